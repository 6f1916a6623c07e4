"""What a page of discussion costs, from ten comments to a million: `python -m benchmarks.discussion`.

Fills a newsroom of its own, in SQLite unless `--database` names an empty database. Look at the ratios: times
differ from machine to machine. With `--million` it takes some minutes and a gigabyte.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from statistics import median
from typing import Any

ROUNDS = 30

#: The discussions that are made up: their size and shape, each with a seed of its own.
SIZES = [(10, "random"), (1_000, "random"), (10_000, "one-root"), (10_000, "chain"), (100_000, "random")]
MILLION = (1_000_000, "random")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", help="address of an empty database, as in DATABASE_URL")
    parser.add_argument("--million", action="store_true", help="a discussion of a million comments as well")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = asked.database or f"sqlite:///{folder}/newsroom.sqlite3"
        os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings"
        import django

        django.setup()
        run([*SIZES, MILLION] if asked.million else SIZES)


def run(sizes: list[tuple[int, str]]) -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    for seed, (size, shape) in enumerate(sizes, start=1):
        start = time.perf_counter()
        options = {"stories": 0, "comments": 0, "discussion": size, "shape": shape}
        call_command("seed_newsroom", seed=seed, **options)
        print(f"{time.perf_counter() - start:.0f} s")
    report(sizes)


def report(sizes: list[tuple[int, str]]) -> None:
    from comments.models import Discussion

    analyze()
    print(f"\nMedian milliseconds (queries), {ROUNDS} rounds\n")
    discussions = Discussion.objects.select_related("article").order_by("shown_count", "article")
    measured = [measure(discussion.article) for discussion in discussions]
    for row, label in enumerate(measured[0]):
        figures = (f"{list(of_size.values())[row]:>16}" for of_size in measured)
        if not row:
            print(f"{'':<34}" + "".join(f"{size:>9,} {shape[:6]:>6}" for size, shape in sizes))
        print(f"{label:<34}" + "".join(figures))


def analyze() -> None:
    """Let the database know its tables, as autovacuum does in time."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def measure(article: Any) -> dict[str, str]:
    """What each thing costs on the discussion of this article, by what it is."""
    from django.utils import timezone

    from articles.models import Edition
    from comments import moderation, pages
    from comments.models import Comment
    from comments.sorts import After
    from comments.talks import talk_of

    edition = Edition.objects.live(timezone.now()).select_related("section").get(article=article)
    comments = Comment.objects.on(article.pk)
    root = comments.roots().first()
    last_root = comments.roots().last().number
    biggest = comments.exclude(parent=None).order_by("-shown_replies").first()
    last = comments.order_by("-number").first()

    def page(after: After | None = None) -> None:
        talk_of(edition)
        pages.of_story(article.pk, story_path="/a/", takes_replies=True, after=after)

    def permalink(number: int) -> None:
        found = comments.placed().select_related("parent").get(number=number)
        pages.of_branch(found, story_path="/a/", takes_replies=True)

    def post() -> None:
        typed = {"name": "Dio", "email": "dio@news.example", "website": "", "text": "A word on this."}
        moderation.show(moderation.post(article, by=None, parent=last, **typed), by=None)

    figures = {
        "the first page": timed(page),
        "the last page": timed(lambda: page(After(max(last_root - 1, 1)))),
        "the page of the first comment": timed(lambda: permalink(root.number)),
        "the page of the last comment": timed(lambda: permalink(last.number)),
        "where the last comment is read": timed(lambda: pages.address_of(last, "/a/")),
        "a reply, posted and shown": timed(post, rounds=5),
        "a branch hidden": timed(lambda: moderation.hide_branch(biggest, by=None), rounds=1),
    }
    figures["the first page beside it"] = timed(page)
    figures["the page of the first beside it"] = timed(lambda: permalink(root.number))
    figures["the branch shown again"] = timed(lambda: moderation.show_branch(biggest, by=None), rounds=1)
    return {**figures, "(comments in that branch)": f"{biggest.shown_replies + 1:,}"}


def timed(act: Callable[[], object], rounds: int = ROUNDS) -> str:
    """The median time of an act in milliseconds, and its queries."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        act()
        times.append((time.perf_counter() - start) * 1000)
    if rounds == 1:
        return f"{times[0]:.1f}"
    with CaptureQueriesContext(connection) as queries:
        act()
    return f"{median(times):.1f} ({len(queries)})"


if __name__ == "__main__":
    main()
