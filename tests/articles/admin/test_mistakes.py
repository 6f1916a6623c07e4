"""What readers spotted, at the desk: beside the story, in a table, and on the way to a correction."""

import pytest
from django.urls import reverse

from articles import desk
from articles.models import Article, Mistake
from tests.articles.admin.pages import form_url, move_url, typed, words
from tests.articles.mistakes import make_mistake
from tests.factories import make_article, make_published, publish
from tests.reading import Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

LIST = reverse("admin:articles_mistake_changelist")
BODY = "<p>It rained on Monday. Nobody came.</p><p>So they said.</p>"


@pytest.fixture
def rain(clock):
    story = make_published(headline="Rain", body=BODY)
    clock.shift(3600)
    return story


def decide_url(mistake, verb):
    return reverse("admin:articles_mistake_decide", args=[mistake.pk, verb])


def detail_url(mistake):
    return reverse("admin:articles_mistake_change", args=[mistake.pk])


def beside(client, story):
    """What stands beside a story: each place with what readers say of it."""
    spotted = client.get(form_url(story)).context["desk"]["spotted"]
    places = spotted.get("places", [])
    return [(place.name, [report.mistake.wrong for report in place.reports]) for place in places]


def finding(mistake):
    return Mistake.objects.get(pk=mistake.pk).state


def test_stands_beside_the_story_by_paragraph_newest_first(rain, editor, sign_in, clock):
    for said, where in [("1", "Monday"), ("2", "So they"), ("3", "Nobody"), ("4", "Rain")]:
        make_mistake(rain, where, wrong=said)
        clock.shift(60)
    publish(rain, change="minor")
    make_mistake(rain, "Monday", wrong="5")

    assert beside(sign_in(editor), rain) == [
        ("Paragraph 1 of published version 2", ["5"]),
        ("Headline of published version 1", ["4"]),
        ("Paragraph 1 of published version 1", ["3", "1"]),
        ("Paragraph 2 of published version 1", ["2"]),
    ]


def test_what_is_settled_is_not_beside_it(rain, editor, sign_in):
    for said in ("corrected", "declined"):
        make_mistake(rain, wrong=said)
    corrected, declined = Mistake.objects.order_by("pk")
    desk.decline_mistake(declined, by=None)
    desk.take_mistake(corrected, by=None)
    publish(rain, change="update")

    assert beside(sign_in(editor), rain) == []


@pytest.mark.parametrize("count", [1, 20])
def test_costs_the_form_one_query(rain, editor, sign_in, count, django_assert_num_queries):
    for number in range(count):
        make_mistake(rain, wrong=str(number))
    client = sign_in(editor)
    client.get(form_url(rain))

    with django_assert_num_queries(11):
        assert len(beside(client, rain)[0][1]) == count


def test_a_story_that_nobody_has_read_asks_for_none(editor, sign_in):
    assert sign_in(editor).get(form_url(make_article())).context["desk"]["spotted"] == {}


def test_one_press_saves_the_story_and_takes_it_up(rain, editor, sign_in):
    mistake = make_mistake(rain, "Monday")
    client = sign_in(editor)

    answer = client.post(
        form_url(rain), typed(rain, kicker="Weather", _mistake=f"take_mistake {mistake.pk}"), follow=True
    )

    assert answer.redirect_chain == [(f"{form_url(rain)}#spotted-{mistake.pk}", 302)]
    assert (finding(mistake), Article.objects.get(pk=rain.pk).kicker) == ("taken", "Weather")
    page = words(answer)
    assert "Edgar Stone took up a mistake that a reader spotted." in page
    assert "Edgar Stone is correcting it." in page


def test_the_way_to_publishing_then_begins_as_a_correction(rain, editor, sign_in):
    mistake = make_mistake(rain, "Monday")
    desk.take_mistake(mistake, by=None)

    form = sign_in(editor).get(move_url(rain, "publish")).context["form"]

    note = "An earlier version of this story said: “It rained on Monday.”"
    assert (form.proposed, form["note"].value()) == ("correction", note)


def test_a_story_that_can_not_be_saved_is_not_decided_on(rain, editor, sign_in):
    mistake = make_mistake(rain)

    sign_in(editor).post(
        form_url(rain), typed(rain, due_at="nonsense", _mistake=f"take_mistake {mistake.pk}")
    )

    assert finding(mistake) == "open"


@pytest.mark.parametrize(
    "pressed", ["take_mistake", "take_mistake x", "take_mistake 0", "undo 1", "take_mistake 9\0", " "]
)
def test_what_no_button_says_does_nothing(rain, editor, sign_in, pressed):
    mistake = make_mistake(rain)

    answer = sign_in(editor).post(form_url(rain), typed(rain, _mistake=pressed))

    assert (answer.status_code, finding(mistake)) == (302, "open")


def test_a_report_on_another_story_is_not_decided_here(rain, editor, sign_in):
    mistake = make_mistake(make_published(headline="Snow"))

    sign_in(editor).post(form_url(rain), typed(rain, _mistake=f"take_mistake {mistake.pk}"))

    assert finding(mistake) == "open"


def test_no_mistake_asks_for_an_answer(rain, editor, sign_in):
    mistake = make_mistake(rain, email="ann@reader.example")
    client = sign_in(editor)

    asked = client.post(form_url(rain), typed(rain, _mistake=f"decline_mistake {mistake.pk}"), follow=True)
    client.post(asked.redirect_chain[-1][0], {"answer": "It was Monday."})

    assert "Its reader is mailed that the desk found no mistake" in words(asked)
    row = Mistake.objects.get(pk=mistake.pk)
    assert (row.state, row.answer) == ("declined", "It was Monday.")


def test_a_refusal_gives_the_answer_back(rain, editor, sign_in):
    mistake = make_mistake(rain)
    desk.decline_mistake(mistake, by=None)

    page = sign_in(editor).post(decide_url(mistake, "decline_mistake"), {"answer": "It <b>was</b> Monday."})

    assert "already: look at it once more." in words(page)
    assert "It &lt;b&gt;was&lt;/b&gt; Monday." in page.content.decode()


@pytest.mark.parametrize(
    ("state", "says"),
    [
        ("draft", "Correct the words here, then publish them as a correction."),
        ("filed", "The story is filed to the desk."),
        ("ready", "The story is marked ready."),
        ("spiked", "The story is spiked. Unspike it before you correct it."),
    ],
)
def test_says_how_to_go_on_from_where_the_story_is(rain, editor, sign_in, state, says):
    make_mistake(rain)
    Article.objects.filter(pk=rain.pk).update(state=state)

    assert says in words(sign_in(editor).get(form_url(rain)))


def test_says_that_other_changes_would_go_out_too(rain, editor, sign_in):
    make_mistake(rain)
    desk.save(rain, by=None)

    assert "The story has changes that readers have not seen." in words(sign_in(editor).get(form_url(rain)))


def test_a_note_for_the_desk_is_no_change_that_would_go_out(rain, editor, sign_in):
    make_mistake(rain)
    rain.ednote = "Call the harbour."
    desk.save(rain, by=None)

    assert "Correct the words here, then publish" in words(sign_in(editor).get(form_url(rain)))


def test_reporters_see_what_was_spotted_and_decide_nothing(rain, reporter, sign_in):
    mistake = make_mistake(rain)
    rain.created_by = reporter
    rain.save()
    client = sign_in(reporter)

    page = Page(client.get(form_url(rain)))

    assert ("It was Tuesday." in page.html, page.attributes("button", "value").count("take_mistake")) == (
        True,
        0,
    )
    assert client.get(LIST).status_code == 200
    assert [
        client.post(decide_url(mistake, verb)).status_code for verb in ("take_mistake", "decline_mistake")
    ] == [403, 403]
    client.post(form_url(rain), typed(rain, _mistake=f"take_mistake {mistake.pk}"))
    assert finding(mistake) == "open"


def test_moderators_do_not_see_them(rain, moderator, sign_in):
    mistake = make_mistake(rain)

    assert [sign_in(moderator).get(url).status_code for url in (LIST, detail_url(mistake))] == [403, 403]


@pytest.mark.parametrize("count", [1, 30])
def test_the_table_costs_the_same_for_one_and_for_thirty(
    rain, editor, sign_in, count, django_assert_num_queries
):
    for number in range(count):
        make_mistake(rain, wrong=str(number))
    client = sign_in(editor)
    client.get(LIST)

    with django_assert_num_queries(6):
        assert len(client.get(LIST).context["cl"].result_list) == count


def test_the_table_shows_those_that_wait_and_the_others_when_asked(rain, editor, sign_in):
    waiting, declined = make_mistake(rain, wrong="1"), make_mistake(rain, wrong="2")
    desk.decline_mistake(declined, by=None)
    client = sign_in(editor)

    listed = [
        list(client.get(LIST, {"finding": value} if value else {}).context["cl"].result_list)
        for value in ("", "declined", "all", "nonsense")
    ]

    assert listed == [[waiting], [declined], [declined, waiting], [waiting]]


def test_the_first_page_counts_those_that_wait(rain, editor, sign_in):
    make_mistake(rain)

    piles = {pile.label: (pile.count, pile.url) for pile in sign_in(editor).get("/admin/").context["waiting"]}

    assert piles["Readers spotted"] == (1, LIST)


def test_the_address_of_a_reader_is_on_no_page(rain, administrator, sign_in):
    mistake = make_mistake(rain, email="ann@reader.example")
    client = sign_in(administrator)
    pages = [
        form_url(rain), LIST, f"{LIST}?q=ann", detail_url(mistake),
        *(decide_url(mistake, verb) for verb in ("take_mistake", "decline_mistake", "reopen_mistake")),
    ]  # fmt: skip

    answers = [client.get(page) for page in pages]

    assert [answer.status_code for answer in answers] == [200] * 7
    assert ["ann@reader.example" in answer.content.decode() for answer in answers] == [False] * 7


def test_hostile_words_stay_words_at_the_desk(rain, editor, sign_in):
    mistake = make_mistake(rain, wrong="</p><script>steal()</script>", email="ann@reader.example")
    client = sign_in(editor)

    pages = [form_url(rain), LIST, detail_url(mistake), decide_url(mistake, "decline_mistake")]

    assert ["<script>steal()" in client.get(page).content.decode() for page in pages] == [False] * 4
