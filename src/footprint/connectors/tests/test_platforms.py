"""Which platform a link leads to, and what people mean by what they write."""

import pytest

from footprint.connectors.platforms import platform_as_written, platform_of_link
from footprint.rulebook.terms import Platform


@pytest.mark.parametrize(
    ("link", "platform"),
    [
        ("https://www.facebook.com/groups/1/posts/2", Platform.FACEBOOK),
        ("https://m.facebook.com/story.php?id=1", Platform.FACEBOOK),
        ("https://x.com/a/status/1", Platform.X),
        ("https://twitter.com/a/status/1", Platform.X),
        ("https://old.reddit.com/r/a", Platform.REDDIT),
        ("https://www.mumsnet.com/talk/1", Platform.MUMSNET),
        ("https://youtu.be/abc", Platform.YOUTUBE),
        ("https://bsky.app/profile/a", Platform.BLUESKY),
        ("https://puddlefordpost.example/1", Platform.WEB),
        ("https://netflix.com/", Platform.WEB),  # ends in x.com, is not X
        ("https://facebook.com.bad.example/", Platform.WEB),
        ("https://[::1", Platform.WEB),
        ("", Platform.WEB),
    ],
)
def test_the_site_of_the_link_decides(link: str, platform: Platform) -> None:
    assert platform_of_link(link) is platform


@pytest.mark.parametrize(
    ("word", "platform"),
    [
        *((member.value, member) for member in Platform),
        ("Facebook", Platform.FACEBOOK),
        (" FB ", Platform.FACEBOOK),
        ("Twitter/X", Platform.X),
        ("X (Twitter)", Platform.X),
        ("Google Reviews", Platform.GOOGLE_REVIEWS),
        ("google review", Platform.GOOGLE_REVIEWS),
        ("e-mail", Platform.EMAIL),
        ("www.mumsnet.com", Platform.MUMSNET),
        ("https://www.tiktok.com/@a", Platform.TIKTOK),
        ("the gate", None),
        ("", None),
    ],
)
def test_the_word_a_person_wrote(word: str, platform: Platform | None) -> None:
    assert platform_as_written(word) is platform
