"""Step 2: names and sources are set up; posts come from a feed, a spreadsheet and a teacher."""

from playwright.sync_api import Page

from tests.journeys import town
from tests.journeys.walking import fill, press, see, see_title


def watch_names(page: Page) -> None:
    """Give the names the school goes by, and a word that only the other Oakfield has."""
    page.goto("/schools/names/")
    for name in town.SCHOOL_NAMES:
        press(page, "Add a name")
        fill(page, "Name to watch", name)
        press(page, "Watch this name")
        see(page, name)
    page.goto("/schools/names/words/")
    fill(page, "Never count a post that has one of these", town.ANOTHER_OAKFIELD)
    page.locator("main form button[type=submit]").click()
    see_title(page, "Watched names")
    see(page, town.ANOTHER_OAKFIELD)


def refuse_to_watch(page: Page, person: str) -> None:
    """Nobody's name is watched: the form says so and keeps what was typed."""
    page.goto("/schools/names/add/")
    fill(page, "Name to watch", person)
    press(page, "Watch this name")
    see(page, "There is a problem")


def listen(page: Page, address: str) -> None:
    """Try the address of a feed, see which posts would be kept, then add it."""
    page.goto("/listening/sources/add/")
    fill(page, "Address of the feed", address)
    fill(page, "Name of the source", "Puddleford Gazette")
    press(page, "Test this address now")
    see(page, f"{len(town.FEED)} posts, of which {town.KEPT_OF_FEED} would be kept")
    press(page, "Add this source")
    see_title(page, "Listening")
    see(page, "Puddleford Gazette", "Not read yet")


def see_what_was_read(page: Page) -> None:
    """The page of the sources says what was kept, and what was only counted."""
    page.goto("/listening/")
    see(page, "Working", f"{town.KEPT_OF_FEED} kept, 1 named no school of ours, 1 were about")


def upload_spreadsheet(page: Page) -> None:
    """Upload posts that were gathered by hand."""
    page.goto("/listening/spreadsheets/add/")
    file = {"name": "posts.csv", "mimeType": "text/csv", "buffer": town.SPREADSHEET.encode()}
    page.get_by_label("CSV file").set_input_files(file)  # type: ignore[arg-type]
    press(page, "Upload")
    see_title(page, "What became of the spreadsheet")


def report_sighting(page: Page) -> None:
    """Two taps to the form, two fields, one tap to send."""
    page.goto("/")
    press(page, "Report something seen online")
    press(page, "No, go on")
    fill(page, "What does it say?", town.SEEN)
    fill(page, "Or say where you saw it", "the Year 4 parents' WhatsApp group")
    press(page, "Send the report")
    see_title(page, "Thank you")
