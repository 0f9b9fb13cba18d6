"""A real browser on a live server, and the accessibility check that every page must pass."""

import email
import os
import socket
from collections.abc import Callable, Iterator
from email import policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from footprint.users.models import User
from tests.cast import client_of

# Playwright's sync API runs an event loop in this thread; Django would refuse the database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
AXE = (Path(__file__).parents[1] / "browser" / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
SCREENSHOTS = os.environ.get("FOOTPRINT_SCREENSHOTS", "")  # a folder, for a person to look at

Sitting = Callable[..., Page]
PATIENCE = 20_000  # milliseconds, for a busy machine; nothing ever waits that long in vain
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Say once why the browser tests were skipped, where there is no browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if not Path(CHROMIUM).exists():
                item.add_marker(pytest.mark.skip(reason=f"no Chromium at {CHROMIUM}"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": FLAGS}


@pytest.fixture
def sit_down(browser: Browser, live_server: LiveServer) -> Iterator[Sitting]:
    """
    Put a person in front of a browser: `sit_down(user, phone=True, script=False)` gives the page.

    Without a user nobody is signed in.
    """
    contexts = []

    def sit(user: User | None = None, *, phone: bool = False, script: bool = True) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport=PHONE if phone else DESKTOP,  # type: ignore[arg-type]
            java_script_enabled=script,
            locale="en-GB",
        )
        contexts.append(context)
        if user:
            context.add_cookies([_session(client_of(user), live_server.url)])  # type: ignore[list-item]
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        return page

    yield sit
    for context in contexts:
        context.close()


@pytest.fixture
def slow_typist(settings: Settings) -> None:
    """A code is still good when its thirty seconds end between the app and the page."""
    settings.MFA_TOTP_TOLERANCE = 1


class Mailbox:
    """A mail server on this machine that keeps every message it takes."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        data = envelope.content
        assert isinstance(data, bytes)
        message = email.message_from_bytes(data, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.messages.append(message)
        return "250 OK"


@pytest.fixture
def mailbox(settings: Settings) -> Iterator[Mailbox]:
    """What Footprint sends in this test goes over SMTP into this box."""
    box = Mailbox()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_TIMEOUT = 10
    yield box
    controller.stop()


def _session(client: Client, url: str) -> dict[str, str]:
    return {
        "name": settings.SESSION_COOKIE_NAME,
        "value": client.cookies[settings.SESSION_COOKIE_NAME].value,
        "url": url,
    }


def accessible(page: Page, name: str = "", widths: tuple[str, ...] = ("own", "phone")) -> None:
    """
    Fail on any axe violation of WCAG 2.2 AA or best practice, and on sideways scrolling.

    Checked at the page's own width and again at phone width; `name` keeps a screenshot of each
    where a folder for them is set.
    """
    original = page.viewport_size
    for width in widths:
        page.set_viewport_size(PHONE if width == "phone" else original)  # type: ignore[arg-type]
        found = axe(page)
        assert not found, f"{page.url} at {width} width: {found}"
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, f"{page.url} scrolls {wide} pixels sideways at {width} width"
        if SCREENSHOTS and name:
            path = Path(SCREENSHOTS) / f"{name}-{width}.png"
            page.screenshot(path=path, full_page=True)
    page.set_viewport_size(original)  # type: ignore[arg-type]


def axe(page: Page) -> list[tuple[str, str, list[str]]]:
    """The violations on the page: (rule, impact, first offending elements)."""
    page.evaluate(AXE)  # evaluate is not subject to the page's CSP; a script tag would be
    result = page.evaluate(f"axe.run(document, {{runOnly: {RULES!r}}})")
    return [
        (found["id"], found["impact"], [node["html"][:160] for node in found["nodes"]][:3])
        for found in result["violations"]
    ]
