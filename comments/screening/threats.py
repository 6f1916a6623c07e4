"""Threats of violence against a person, so that a moderator reads them first. English only.

It knows a few plain ways of saying so. It doesn't see what is hinted, told in another language, spelt
otherwise or meant as a threat by its place alone; and it can't tell a threat from a quotation of one.
"""

import re

from comments.screening.facts import Facts, Signal
from comments.screening.folding import STANDS_FOR_LETTER, plain
from comments.screening.verdict import THREAT
from comments.states import Reason

KILL = "(?:kill|murder|shoot|stab|strangle|behead|slaughter|lynch|hang|burn|rape|hurt)"
DIE = r"die(?! (?:out|off|down|away|laughing|happy)\b)"
KILLED = f"(?:{DIE}|be (?:killed|shot|hanged|hung|stabbed|raped|murdered|beheaded|lynched))"
YOU = "(?:you|u|ya)"
THEIRS = r"(?:your|his|her|their) (?:\w+ )?(?:family|kids|children|wife|husband|house|home)"
ONE = f"(?:{YOU}|him|her|them|{THEIRS})"
GOING_TO = "(?:going to|gonna)"
WILL = f"(?:will|shall|ll|want to|wanna|(?:am |are |m |re )?{GOING_TO})"
SHOULD = "(?:should|ought to|needs? to|must|has to|have to)"
#: What is done to pictures, to weeds and by mail.
HARMLESS = (
    r"(?! off\b| an? (?:(?:e ?)?mail|message|line|look)\b| (?:in|on) (?:\w+ )?(?:light|film|camera)\b"
    r"| (?:in|on|over|by) (?:the|my|our|a) (?:\w+ )?(?:room|hall|kitchen|wall|window|office|door|gallery)\b)"
)
PATTERNS = (
    # “I'll kill you”, “I will find you and …”
    rf"\b(?:(?:i|we) {WILL}|im {GOING_TO}) (?!never |not )(?:\w+ )?{KILL} {ONE}\b{HARMLESS}",
    rf"\b(?:(?:i|we) {WILL}|im {GOING_TO}) find {YOU} and\b(?! your \w+ (?:an?|another|some|more)\b)",
    # At the beginning of a sentence, since “ill” is a word, and a joke is gonna kill you
    rf"(?:^|(?<=[.!?,\n])) ?(?:ill|youll|{GOING_TO}) {KILL} {ONE}\b{HARMLESS}",
    rf"\bi (?:kill|murder|shoot|stab) {YOU}\b{HARMLESS}",
    # “somebody should shoot her”
    rf"\b(?:someone|somebody|anyone|people|we) {SHOULD} (?:just )?(?!hurt){KILL} {ONE}\b{HARMLESS}",
    # “you are dead.”, “you will die”, “you deserve to be shot”
    rf"\b(?:{YOU} (?:are|re|r|will be|ll be)|youre|ur|youll be) (?:a )?dead(?: man| meat)? ?(?=$|[.!,\n])",
    rf"\b(?:{YOU} (?:will|shall|ll|(?:are |re |r )?{GOING_TO})|youll|youre {GOING_TO}) {KILLED}\b",
    rf"\b(?:{YOU}|he|she|they) (?:{SHOULD}|deserves? to) {KILLED}\b",
    rf"\bi know where (?:{YOU}|he|she|they) lives?\b",
    rf"\bhope (?:{YOU}|he|she|they) (?:all )?(?:{DIE}|dies|gets? (?:killed|shot|raped|stabbed))\b",
    r"\b(?:kill|hang|shoot) (?:yourself|urself)\b|\bkys\b",
    r"\bput a bullet (?:in|into|through) (?:you|your|ur|him|her|them)\b",
)
#: “If you drink bleach you will die” warns; with the writer or the place in it, it may threaten.
WARNING = (
    rf"\bif {YOU} (?:(?!(?:i|we|me|us|my|our|here|this|again)\b)[^.!?\n]){{0,80}}?"
    rf"\b(?:{YOU} (?:will|ll|are {GOING_TO}|re {GOING_TO})|youll) die\b"
)

#: In the text as in the patterns an i is an l, as 1 and | are. Apostrophes are spaces by then: “l ll”.
_look = str.maketrans(STANDS_FOR_LETTER | {"i": "l"})
_threat = re.compile("|".join(f"(?:{pattern})" for pattern in PATTERNS).translate({ord("i"): "l"}))
_warning = re.compile(WARNING.translate({ord("i"): "l"}))
_apostrophes = re.compile(r"['’`´ \t]+")


def threat(facts: Facts) -> Signal | None:
    text = _apostrophes.sub(" ", plain(facts.text))
    look = _warning.sub(lambda found: " " * len(found[0]), text.translate(_look))
    found = _threat.search(look)
    if found is None:
        return None
    said = text[found.start() : found.end()].strip()
    return Signal("threat", Reason.SCREENED, f"may threaten somebody: “{said}”", THREAT)
