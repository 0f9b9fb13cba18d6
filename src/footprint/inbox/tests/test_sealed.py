"""What is said of a sensitive post is sealed with it, and opens for those who may see it."""

from django.db import connection

from footprint.inbox import actions
from footprint.inbox.jobs import seal_items
from footprint.inbox.models import Item
from footprint.inbox.tests.factories import make_item
from footprint.listening.actions import seal_mention
from footprint.rulebook.terms import Matter, SafetyQuestion
from tests.cast import NOW, Cast

WORDS = "Oakfield Primary, the quetzalcoatlus is late again"
CANARY = "quetzalcoatlus"


def stored(table: str, column: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table}")  # noqa: S608
        return repr(cursor.fetchall())


def unsafe(item: Item, cast: Cast) -> None:
    answers = {**dict.fromkeys(SafetyQuestion, False), SafetyQuestion.DANGER_NOW: True}
    actions.answer_safety(
        item=item,
        answers=answers,
        subject_is_head=False,
        revision=item.revision,
        by=cast.dsl,
        now=NOW,
    )


def test_a_yes_to_a_safety_question_seals_the_post_and_what_was_read_in_it(cast: Cast) -> None:
    item = make_item(cast.oakfield, WORDS)
    assert "late again" in stored("inbox_item", "reasons")

    unsafe(item, cast)

    assert CANARY not in stored("listening_mention", "text")
    assert "late again" not in stored("inbox_item", "reasons")
    found = Item.objects.select_related("mention").get()
    assert found.matter == Matter.SAFEGUARDING
    assert found.mention.text == WORDS
    assert "late again" in {reason["words"] for reason in found.reasons}


def test_its_decision_is_sealed_too(cast: Cast) -> None:
    item = make_item(cast.oakfield, WORDS)
    unsafe(item, cast)
    item = Item.objects.get()

    actions.leave(item=item, reason=CANARY, revision=item.revision, by=cast.dsl, now=NOW)

    assert CANARY not in stored("inbox_item", "decided_reason")
    assert Item.objects.get().decided_reason == CANARY


def test_it_is_found_by_its_words_and_never_by_what_it_is_stored_as(cast: Cast) -> None:
    item = make_item(cast.oakfield, WORDS)
    unsafe(item, cast)
    token = Item.objects.get().mention.__dict__["text"][-12:-4]

    assert Item.objects.all().with_words(f"{CANARY.upper()} late").count() == 1
    assert Item.objects.all().with_words("sealed").count() == 0
    assert Item.objects.all().with_words(token).count() == 0


def test_a_post_that_another_room_sealed_is_followed_by_the_job(cast: Cast) -> None:
    item = make_item(cast.oakfield, WORDS)
    seal_mention(item.mention)
    assert "late again" in stored("inbox_item", "reasons")

    assert seal_items.func() == 1
    assert seal_items.func() == 0

    assert "late again" not in stored("inbox_item", "reasons")
    assert Item.objects.get().reasons
