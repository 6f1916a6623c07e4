"""What a reporter types, and where it is found again."""

from articles.models import Autosave
from tests.browser.desk import body_of
from tests.browser.going import press

SENTENCE = "The convoy of two hundred vehicles crossed the border at Agadez before dawn."


def status(page):
    return page.locator("#desk-keeping .keeping-says")


def kept_words():
    row = Autosave.objects.unsaved().first()
    return row.fields["body"] if row else ""


def take(page):
    press(page, "Take it")
    return body_of(page)


def save(page):
    page.get_by_role("button", name="Save", exact=True).click()


def is_in_the_journal(page, person, words):
    """Wait until the browser has these words, as they stand in an address, on its disk."""
    page.wait_for_function(
        """async ([account, words]) => {
          const { entriesOf } = await import("/static/js/desk-journal.js");
          return (await entriesOf(account)).some((entry) => entry.data.includes(words));
        }""",
        arg=[str(person.pk), words],
    )


def entries_of(page, person):
    journal = "(await import('/static/js/desk-journal.js'))"
    return page.evaluate(f"async () => (await {journal}.entriesOf('{person.pk}')).map((entry) => entry.data)")
