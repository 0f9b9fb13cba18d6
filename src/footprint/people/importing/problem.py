"""What is wrong with a file, or with one row of it, in sentences for the school's office."""

from dataclasses import dataclass


class FileRefused(Exception):
    """The file as a whole cannot be trusted, and nothing of it was taken. Says what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class BadCell(Exception):
    """Why a row cannot be taken, as the end of a sentence about it."""


@dataclass(frozen=True, order=True)
class Problem:
    """
    Why something of one row is left out.

    Args:
        row: as the spreadsheet program shows it; the headings are row 1.
        sentence: names the row and says what to mend.
    """

    row: int
    sentence: str
