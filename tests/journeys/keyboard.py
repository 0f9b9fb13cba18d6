"""
A person who uses the keyboard alone: Tab, Enter, Space and the shortcut keys, no pointer.

A file of its own because whole journeys are walked in this way, and what cannot be reached by Tab
must fail them.
"""

from pathlib import Path

from playwright.sync_api import Page

MOST_TABS = 150  # nobody presses Tab more often than this to reach something
NAME = """() => {
    const at = document.activeElement;
    const label = at.labels?.[0]?.innerText ?? "";
    return (at.getAttribute("aria-label") || label || at.innerText || "").trim();
}"""
IN_SIGHT = """() => {
    const box = document.activeElement.getBoundingClientRect();
    return box.height > 0 && box.bottom > 0 && box.top < window.innerHeight;
}"""


class Keyboard:
    """Reaches things by their words, in the order of the page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, words: str, *, within: int = MOST_TABS) -> None:
        """Press Tab until the link, button or field with exactly these words has the focus."""
        passed = []
        for _ in range(within):
            self.page.keyboard.press("Tab")
            name = self.page.evaluate(NAME)
            if name.removesuffix(" (optional)") == words:
                assert self.page.evaluate(IN_SIGHT), f"“{words}” has the focus out of sight"
                return
            passed.append(name)
        raise AssertionError(f"Tab does not reach “{words}” on {self.page.url}; it went {passed}")

    def press(self, words: str) -> None:
        """Reach it, press Enter, and wait for the page that it leads to."""
        self.page.wait_for_load_state("load")
        self.reach(words)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def write(self, label: str, text: str, *, within: int = MOST_TABS) -> None:
        """Reach the field and put this in place of what it holds."""
        self.reach(label, within=within)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def attach(self, label: str, path: Path) -> None:
        """Reach the field for a file and choose one; the window to choose in is the browser's."""
        self.reach(label)
        with self.page.expect_file_chooser() as chosen:
            self.page.keyboard.press("Space")
        chosen.value.set_files(path)
