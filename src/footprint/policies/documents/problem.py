"""The one error of this package: a sentence for the person who uploaded the file."""

FORMATS = "a Word document (.docx), a PDF, an OpenDocument text (.odt), a web page or plain text"


class DocumentProblem(Exception):
    """
    A file could not be turned into text.

    Args:
        sentence: plain words for the person who uploaded it: what is wrong and what to do.
            Never holds text of the document.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def damaged(what: str) -> DocumentProblem:
    """The problem of a file that is a `what` ("Word document") by its marks and cannot be read."""
    return DocumentProblem(
        f"This {what} is damaged or incomplete. Open it on your computer, save it again "
        "and upload the new copy."
    )
