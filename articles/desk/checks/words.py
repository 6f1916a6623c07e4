"""Checks of headline, section and standfirst. No queries."""

from articles.desk.checks.candidate import Candidate

#: Search engines and phones cut what is longer.
LONGEST_HEADLINE = 110
#: A single word of up to so many letters may be a name that is written so: “NATO”.
LONGEST_ACRONYM = 5


def no_headline(candidate: Candidate) -> bool:
    return not candidate.article.headline.strip()


def no_section(candidate: Candidate) -> bool:
    return candidate.article.section is None


def no_standfirst(candidate: Candidate) -> bool:
    return not candidate.article.standfirst.strip()


def long_headline(candidate: Candidate) -> str:
    length = len(candidate.article.headline)
    return str(length) if length > LONGEST_HEADLINE else ""


def capitals(candidate: Candidate) -> bool:
    headline = candidate.article.headline.strip()
    is_acronym = len(headline.split()) == 1 and len(headline) <= LONGEST_ACRONYM
    return headline.isupper() and not is_acronym
