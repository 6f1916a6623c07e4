"""What can be expunged, and what may stand in its place. No sentence here repeats the words."""

from articles.desk.refusals import IllegalMove
from articles.models import Article
from articles.wording.blanking import Blanking

FEWEST, MOST = 2, 200
LONGEST_REPLACEMENT = 60


def blanking_of(article: Article, words: str, replacement: str) -> Blanking:
    """Raises what is wrong with the words or the replacement."""
    words, replacement = " ".join(words.split()), " ".join(replacement.split())
    if sum(sign.isalnum() for sign in words) < FEWEST:
        raise _refusal(article, "words-too-short", "Enter at least two letters or digits to be expunged.")
    if len(words) > MOST:
        raise _refusal(article, "words-too-long", f"Enter {MOST} characters at most to be expunged.")
    if not replacement or len(replacement) > LONGEST_REPLACEMENT:
        raise _refusal(
            article,
            "bad-replacement",
            f"Say what is to stand in the words' place, in {LONGEST_REPLACEMENT} characters at most.",
        )
    blanking = Blanking(words, replacement)
    if not blanking.fits:
        raise _refusal(
            article, "words-in-replacement", "What stands in their place must not have a word of them."
        )
    return blanking


def check_reason(article: Article, blanking: Blanking, reason: str) -> None:
    if not reason:
        raise _refusal(article, "reason-needed", "Say why, for the log: by whose order or at whose wish.")
    if blanking.in_text(reason).found:
        raise _refusal(
            article, "words-in-reason", "The log keeps the reason: give it without the words themselves."
        )


def check_found(article: Article, fingerprint: str, seen: str | None, count: int) -> None:
    if not count:
        raise _refusal(article, "nothing-to-expunge", "This story does not hold these words anywhere.")
    if seen is not None and seen != fingerprint:
        raise _refusal(
            article,
            "stale",
            "The words, or the story, have changed since you looked. Look at the places once more.",
        )


def _refusal(article: Article, code: str, sentence: str) -> IllegalMove:
    return IllegalMove(article, "expunge", code, sentence)
