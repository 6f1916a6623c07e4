"""The signals, in the order of what they tell: the first that holds a comment gives the reason for it.

What a name is taken for comes first, since nothing else about the comment matters more to readers; then
what is said to everybody alike; then what was seen in this comment, of which its writer learns no more
than that a moderator reads it first.
"""

from comments.screening.circumstances import address_is_unproved, every_comment_waits, writer_is_new
from comments.screening.copies import copied_comment, copied_story
from comments.screening.form import hidden_field, too_fast
from comments.screening.gibberish import gibberish
from comments.screening.links import first_link, many_links
from comments.screening.listed import on_hold_list, on_spam_list
from comments.screening.names import taken_name
from comments.screening.record import bad_record, burst, says_again
from comments.screening.repetition import repetition
from comments.screening.scrambled import scrambled_word
from comments.screening.threats import threat

SIGNALS = (
    taken_name,
    every_comment_waits,
    address_is_unproved,
    writer_is_new,
    says_again,
    threat,
    on_spam_list,
    on_hold_list,
    bad_record,
    burst,
    first_link,
    many_links,
    copied_comment,
    copied_story,
    scrambled_word,
    gibberish,
    repetition,
    too_fast,
    hidden_field,
)
