"""What the same person sent before: what was taken down, how much in how short a time, what they repeat."""

from comments.screening.facts import Earlier, Facts, Signal
from comments.states import Reason, Status

#: In seconds. A burst is more than BURST comments within a minute, or on more than SPREAD in ten.
MINUTE, TEN_MINUTES, DAY = 60, 600, 86_400
BURST, SPREAD = 3, 6
#: Short words (“Thank you!”) may be said so often a day.
SHORT_REPEATS = 2


def bad_record(facts: Facts) -> Signal | None:
    """Spam before, or more taken down than shown."""
    count = {status: sum(each.status == status for each in facts.earlier) for status in Status}
    removed, spam, shown = count[Status.REMOVED], count[Status.SPAM], count[Status.SHOWN]
    if not spam and removed <= shown:
        return None
    sentence = f"of this person's last comments {shown} shown, {removed} removed, {spam} spam"
    return Signal("bad-record", Reason.SCREENED, sentence, 5 if spam > shown else 2)


def burst(facts: Facts) -> Signal | None:
    within_minute = sum(each.ago < MINUTE for each in facts.earlier)
    if within_minute >= BURST:
        sentence = f"{within_minute + 1} comments within a minute"
        return Signal("burst", Reason.SCREENED, sentence, 3)
    within_ten = sum(each.ago < TEN_MINUTES for each in facts.earlier)
    if within_ten >= SPREAD:
        return Signal("burst", Reason.SCREENED, f"{within_ten + 1} comments within ten minutes", 2)
    return None


def says_again(facts: Facts) -> Signal | None:
    """The same letters as in a longer comment of their own, or the same few words again and again."""
    for each in facts.earlier:
        if each.has_same_letters:
            return Signal("says-again", Reason.REPEATED, f"the same letters as {_which(each)}", 3)
    times = sum(each.has_same_text and each.ago < DAY for each in facts.earlier)
    if times < SHORT_REPEATS:
        return None
    return Signal("says-again", Reason.REPEATED, f"the same words {times + 1} times within a day", 3)


def _which(each: Earlier) -> str:
    where = "this story" if each.is_on_this_story else "another story"
    if each.number is None:
        return f"their own comment on {where}, which is not shown"
    return f"their own comment {each.number} on {where}"
