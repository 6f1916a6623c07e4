"""Made-up headlines, sentences and names, from a `random.Random`: the same seed gives the same words."""

from random import Random

PLACES = (
    "Arden", "Brakewater", "Calder Bay", "Dunmere", "Eastlow", "Fennick", "Garrow", "Hallin", "Istermouth",
    "Jurro", "Kestle", "Lorne Ferry", "Marrick", "Norhaven", "Ostby", "Pell Harbour", "Quenby", "Rathmoor",
)  # fmt: skip
BODIES = (
    "The council", "The harbour board", "The health ministry", "A court", "The teachers' union", "The port authority",
    "The river agency", "The opposition", "The bus company", "The weather service", "The national library",
)  # fmt: skip
VERBS = (
    "approves", "delays", "defends", "questions", "opens", "withdraws", "backs", "rejects", "reviews", "publishes",
    "shelves", "extends", "halves", "doubles",
)  # fmt: skip
THINGS = (
    "a plan for the old shipyard", "its flood maps", "the night train", "a ban on wood stoves", "new rules for ferries",
    "the school meals budget", "a bridge to the islands", "its water price", "the tram to the hospital",
    "an inquiry into the fire", "the harvest forecast", "a cap on rents", "the museum's free Sundays",
)  # fmt: skip
TAILS = (
    "",
    "",
    "",
    " after a long night",
    " for a third time",
    ", and few are surprised",
    " in spite of protests",
)
FIRST_NAMES = (
    "Amina", "Bram", "Chidi", "Dara", "Elif", "Farid", "Greta", "Hana", "Ivo", "Jun", "Kofi", "Lena", "Mateo", "Nadia",
    "Oren", "Priya", "Rosa", "Sami", "Tomasz", "Wanjiru", "Yusuf", "Zofia",
)  # fmt: skip
LAST_NAMES = (
    "Abara", "Brandt", "Castel", "Demir", "Ekholm", "Farrow", "Gower", "Haddad", "Ilves", "Jansen", "Kamau", "Lindqvist",
    "Marsh", "Novak", "Okoye", "Petit", "Quist", "Rossi", "Silva", "Tanaka",
)  # fmt: skip
SECTIONS = (
    ("World", ("Africa", "Americas", "Asia", "Europe")),
    ("Home", ("Politics", "Courts", "Health")),
    ("Business", ("Work", "Markets")),
    ("Culture", ("Books", "Stage")),
    ("Sport", ("Football", "Rowing")),
)
TOPICS = (
    ("Floods", "running-story"), ("Housing", "tag"), ("Railways", "tag"), ("Harbour fire", "running-story"),
    ("Brakewater", "place"), ("Dunmere", "place"), ("Ilse Farrow", "person"), ("Council of Towns", "organisation"),
    ("Elections", "running-story"), ("Schools", "tag"), ("Fisheries", "tag"), ("Rowing cup", "running-story"),
)  # fmt: skip
SENTENCES = (
    "{body} in {place} said on {day} that it {verb} {thing}.",
    "“Nobody asked us, and we would have had an answer,” said {name}, who has lived in {place} for {count} years.",
    "The decision had been expected since {day}, when {count} people stood in the rain outside the town hall.",
    "Figures seen by this paper put the cost at {count} million, of which {place} is to pay a third.",
    "{name}, who speaks for the residents, called it a beginning.",
    "Work could start before the end of the year if the weather holds.",
    "In {place}, {count} kilometres to the north, a similar plan was dropped two years ago.",
    "{body} did not answer questions that were sent on {day}.",
    "It would be the first time since the flood that the two towns agreed on anything.",
)
REMARKS = (
    "I was there on {day} and it was nothing like this.",
    "Good to see somebody from {place} quoted for once.",
    "Who pays for it? The article says a third. A third of what?",
    "My family has worked on the harbour for {count} years. We heard of this from the paper.",
    "Thank you for the map. It would help to have the numbers for {place} as well.",
    "This is the third plan in {count} years. I will believe it when I see the first shovel.",
    "Agreed.",
    "With respect, that is not what {name} said.\n\nThe full quotation is in the minutes, and they are public.",
    "Could the paper ask {body} what became of the last inquiry?",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def person(random: Random) -> str:
    return f"{random.choice(FIRST_NAMES)} {random.choice(LAST_NAMES)}"


def headline(random: Random) -> str:
    return (
        f"{random.choice(BODIES)} {random.choice(VERBS)} {random.choice(THINGS)} "
        f"in {random.choice(PLACES)}{random.choice(TAILS)}"
    )


def sentence(random: Random, patterns: tuple[str, ...] = SENTENCES) -> str:
    return random.choice(patterns).format(
        body=random.choice(BODIES),
        place=random.choice(PLACES),
        verb=random.choice(VERBS),
        thing=random.choice(THINGS),
        name=person(random),
        day=random.choice(DAYS),
        count=random.randrange(2, 60),
    )


def paragraphs(random: Random, count: int) -> str:
    """So many paragraphs as a story's body; the longer ones have a heading and a quotation in them."""
    parts = [
        f"<p>{' '.join(sentence(random) for _ in range(random.randrange(1, 4)))}</p>" for _ in range(count)
    ]
    if count > 6:
        parts.insert(4, f"<h2>What {random.choice(PLACES)} wants</h2>")
        parts.insert(3, f"<blockquote><p>{sentence(random)}</p></blockquote>")
    return "".join(parts)


def remark(random: Random) -> str:
    """What a reader says: a line as a rule, a few paragraphs at times."""
    return "\n\n".join(sentence(random, REMARKS) for _ in range(random.choice((1, 1, 1, 2, 3))))
