"""A newsroom to measure: 42 published stories, one of them with 2 comments and one with 200."""

from django.core.management import call_command

from articles import desk
from articles.models import Article, Section
from comments import moderation

STORIES = 40
PARAGRAPH = (
    "<p>"
    + "Convoys crossed the desert on Monday, officials said, and nobody knew who was in them. " * 5
    + "</p>"
)
TEXT = "I read this twice, and I still wonder who let them through.\n\nSee https://news.example/ for more."


def fill() -> dict[str, str]:
    """Returns the address of each page to measure, by what it is called in the report."""
    call_command("migrate", verbosity=0, interactive=False)
    section, _ = Section.objects.get_or_create(path="/world/", defaults={"name": "World", "slug": "world"})
    for number in range(STORIES):
        publish(section, f"What happened on day {number}")
    return {
        "a constant answer": "/constant/",
        "the front page": "/",
        "a story with 2 comments": discussed(section, 2),
        "a story with 200 comments": discussed(section, 200),
    }


def publish(section: Section, headline: str) -> tuple[Article, str]:
    article = desk.start(
        Article(
            headline=headline, standfirst=f"{headline}, in a sentence.", body=PARAGRAPH * 10, section=section
        ),
        by=None,
    )
    return article, desk.publish(article, by=None).get_absolute_url()


def discussed(section: Section, count: int) -> str:
    """A story with so many comments, every other one a reply to the one before it; returns its address."""
    article, path = publish(section, f"What {count} readers talk about")
    above = None
    for number in range(count):
        comment = moderation.post(
            article,
            by=None,
            name=f"Reader {number}",
            email=f"reader{number}@news.example",
            website="",
            text=f"{number}. {TEXT}",
            parent=above,
        )
        moderation.show(comment, by=None, reason="fine")
        above = comment if number % 2 == 0 else None
    return path
