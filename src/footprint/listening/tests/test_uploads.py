"""A spreadsheet of posts: which rows are kept, and what is said of the others."""

import pytest

from footprint.audit.models import Event
from footprint.connectors.base import ConnectorError
from footprint.listening import actions
from footprint.listening.models import DroppedCount, Mention, Upload
from tests.cast import NOW, Cast

FILE = """Date,Post,Link,Name
02/11/2026,Lovely assembly at Oakfield Primary,https://x.com/a/status/1,A parent
03/11/2026,The pool opens again,,
04/11/2026,Riverside Junior School has a hall,,
31/31/2026,Oakfield Primary again,,
05/11/2026,,,
"""
FOREIGN = """Wann;Was;Wer
02/11/2026;Lovely assembly at Oakfield Primary;A parent
"""


def upload(cast: Cast, text: str, **how: object) -> Upload:
    return actions.store_spreadsheet(
        school=cast.oakfield,
        data=text.encode(),
        file_name="posts.csv",
        by=cast.head,
        now=NOW,
        **how,  # type: ignore[arg-type]
    )


def test_rows_that_name_the_school_are_kept_and_the_bad_ones_named(cast: Cast) -> None:
    done = upload(cast, FILE)

    assert (done.kept, done.no_school, done.another_school, done.read) == (1, 1, 1, 3)
    assert [sentence[:5] for sentence in done.problems] == ["Row 5", "Row 6"]
    mention = Mention.objects.get()
    assert (mention.platform, mention.author) == ("x", "A parent")
    assert mention.text == "Lovely assembly at Oakfield Primary"
    assert Event.objects.get().details == {"kept": 1, "read": 3}


def test_the_same_file_twice_keeps_nothing_twice(cast: Cast) -> None:
    upload(cast, FILE)

    again = upload(cast, FILE)

    assert (again.kept, again.already) == (0, 1)
    assert Mention.objects.count() == 1


def test_nothing_of_the_other_rows_is_stored(cast: Cast) -> None:
    upload(cast, FILE)

    stored = str(list(Upload.objects.values())) + str(list(Mention.objects.values()))
    assert "pool" not in stored
    assert DroppedCount.objects.count() == 0


def test_headings_that_tell_nothing_are_asked_about(cast: Cast) -> None:
    with pytest.raises(actions.ColumnsUnknown) as asked:
        upload(cast, FOREIGN)

    assert asked.value.headings == ("Wann", "Was", "Wer")
    assert Upload.objects.count() == 0
    done = upload(cast, FOREIGN, mapping={"text": "Was", "author": "Wer", "date": "Wann"})
    assert done.kept == 1
    assert Mention.objects.get().author == "A parent"


@pytest.mark.parametrize("text", ["", "Post\n", 'Date,Post\n02/11/2026,"open\n03/11/2026,x\n'])
def test_a_file_that_cannot_be_trusted_stores_nothing(cast: Cast, text: str) -> None:
    with pytest.raises(ConnectorError):
        upload(cast, text)

    assert Upload.objects.count() == 0
    assert Mention.objects.count() == 0
