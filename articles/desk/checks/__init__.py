"""What stops publication, and what is worth checking: one table, a line a check. A doubt never refuses."""

from articles.desk.checks import links, markup, promises, words
from articles.desk.checks.candidate import Candidate, Check, Finding, Weight

LAW, STOP = Weight.LAW, Weight.STOP
#: The database has no edition without headline and section, so nobody can override those two.
CHECKS = (
    Check("no-headline", words.no_headline, "The story has no headline yet.", LAW, "headline"),
    Check(
        "no-section",
        words.no_section,
        "Choose the section in which readers will find the story.",
        LAW,
        "section",
    ),
    Check(
        "embargoed",
        promises.embargoed,
        "The story is under embargo until {}. Publish at that time or later.",
        STOP,
    ),
    Check(
        "four-eyes",
        promises.alone,
        "In {} two people see each story: only you wrote what would be published, so it is for somebody "
        "else to mark it ready and to publish it.",
        STOP,
        verbs=frozenset({"mark_ready", "publish"}),
    ),
    Check("no-standfirst", words.no_standfirst, "The story has no standfirst.", field="standfirst"),
    Check(
        "long-headline",
        words.long_headline,
        "The headline has {} characters. Beyond 110, search engines and phones cut it.",
        field="headline",
    ),
    Check("capitals", words.capitals, "The headline is in capitals.", field="headline"),
    Check(
        "dead-links",
        links.dead_links,
        "These links to our own pages lead nowhere at that time: {}.",
        field="body",
    ),
    Check(
        "skipped-heading",
        markup.skipped_heading,
        "The heading “{}” is of the second level, and none of the first comes before it.",
        field="body",
    ),
    Check(
        "table-without-headers",
        markup.table_without_headers,
        "A table has no header cells, without which those who listen to it can't tell its columns.",
        field="body",
    ),
)


def stops(candidate: Candidate, verb: str) -> list[Finding]:
    """What stops this verb, the gravest first. At most one query."""
    return _found(
        candidate, [check for check in CHECKS if verb in check.verbs and check.weight != Weight.DOUBT]
    )


def doubts(candidate: Candidate) -> list[Finding]:
    """What is worth checking before publication. At most one query."""
    return _found(candidate, [check for check in CHECKS if check.weight == Weight.DOUBT])


def _found(candidate: Candidate, checks: list[Check]) -> list[Finding]:
    findings = (check.look_at(candidate) for check in checks)
    return [finding for finding in findings if finding]


__all__ = ["CHECKS", "Candidate", "Check", "Finding", "Weight", "doubts", "stops"]
