"""A save on top of somebody else's: joined where it can be, and picked from where it can't."""

import pytest

from articles import desk
from articles.models import Article, Autosave
from tests.articles.admin.pages import form_url, typed, words
from tests.factories import make_article, make_contributor, make_section, make_topic, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

BODY = "<p>The convoy left at dawn.</p><p>Nobody was hurt.</p><p>The ministry is silent.</p>"
SITTING = "6f1c0a52-6a5b-4c1e-9d52-0d6f4f7b1a11"


@pytest.fixture
def story():
    return make_article(headline="Convoy leaves", standfirst="At dawn.", body=BODY, kicker="Libya")


@pytest.fixture
def save_as_amina(story):
    """Amina saves first, from a form of her own."""
    amina = make_user(role="editor", name="Amina Diallo")

    def save(**fields):
        hers = Article.objects.get(pk=story.pk)
        for name, value in fields.items():
            setattr(hers, name, value)
        desk.save(hers, by=amina)

    return save


def press_save(client, story, seen, **changes):
    """What the form that was opened before Amina's save posts."""
    return client.post(form_url(story), {**seen, "sitting": SITTING, **changes}, follow=True)


def test_changes_to_different_fields_are_joined(story, save_as_amina, editor, sign_in):
    seen = typed(story)
    save_as_amina(standfirst="Before dawn.")

    page = press_save(sign_in(editor), story, seen, headline="Convoy has left")

    story.refresh_from_db()
    assert (story.headline, story.standfirst, story.version) == ("Convoy has left", "Before dawn.", 3)
    assert "Joined with what Amina Diallo saved meanwhile: standfirst." in words(page)


def test_changes_to_neighbouring_paragraphs_are_joined(story, save_as_amina, editor, sign_in):
    seen = typed(story)
    save_as_amina(body=BODY.replace("Nobody", "No one"))

    press_save(sign_in(editor), story, seen, body=BODY.replace("left at dawn", "left at six"))

    story.refresh_from_db()
    assert story.body == (
        "<p>The convoy left at six.</p><p>No one was hurt.</p><p>The ministry is silent.</p>"
    )


def test_topics_and_credits_that_both_added_are_all_there(story, save_as_amina, editor, sign_in):
    libya, niger = make_topic(), make_topic(name="Niger")
    ali, omar = make_contributor(name="Ali Ben"), make_contributor(name="Omar Said")
    seen = typed(story)
    save_as_amina(kicker="Sahel")
    story.topics.set([libya])
    story.credits.create(contributor=ali)
    desk.save(Article.objects.get(pk=story.pk), by=None)

    credit = {"credits-TOTAL_FORMS": 1, "credits-0-contributor": omar.pk, "credits-0-role": "author"}
    press_save(sign_in(editor), story, seen, topics=[niger.pk], **credit, **{"credits-0-order": 1})

    assert set(story.topics.all()) == {libya, niger}
    assert {str(credit) for credit in story.credits.all()} == {"Ali Ben (Author)", "Omar Said (Author)"}


def test_what_nobody_else_touched_stays_as_somebody_else_saved_it(story, save_as_amina, editor, sign_in):
    seen = typed(story)
    save_as_amina(headline="Convoy crosses")

    page = press_save(sign_in(editor), story, seen)

    story.refresh_from_db()
    assert (story.headline, story.version) == ("Convoy crosses", 2)
    assert "Joined with what Amina Diallo saved meanwhile: headline." in words(page)


@pytest.fixture
def clash(story, save_as_amina, editor, sign_in):
    """The editor's page on which both wrote the same paragraph and the same headline."""
    seen = typed(story)
    save_as_amina(headline="Convoy crosses", body=BODY.replace("Nobody was", "Two men were"), kicker="Sahel")
    client = sign_in(editor)
    mine = {"headline": "Convoy flees", "body": BODY.replace("Nobody was hurt", "Nobody was seen")}
    page = press_save(client, story, seen, **mine, standfirst="At six.")
    return client, page


def test_where_both_changed_the_same_both_texts_stand_side_by_side(story, clash):
    _, page = clash

    story.refresh_from_db()
    choices = {choice.key: choice for choice in page.context["choices"]}
    assert (story.headline, story.version) == ("Convoy crosses", 2)
    assert choices.keys() == {"headline", "body-2"}
    text = words(page)
    assert "Amina Diallo saved this story while you were writing" in text
    assert [each in text for each in ("Convoy flees"[7:], "crosses", "Two men were", "seen")] == [True] * 4


def choose(client, story, version=2, **picks):
    said = {f"pick-{key.replace('_', '-')}": pick for key, pick in picks.items()}
    said |= {"_join": SITTING, "seen_version": version, "typed_at": typed_at()}
    return client.post(form_url(story), said, follow=True)


def typed_at():
    return Autosave.objects.get(sitting=SITTING).typed_at.isoformat()


@pytest.mark.parametrize(
    ("pick", "headline", "second"),
    [
        ("mine", "Convoy flees", "<p>Nobody was seen.</p>"),
        ("theirs", "Convoy crosses", "<p>Two men were hurt.</p>"),
        ("both", "Convoy crosses Convoy flees", "<p>Two men were hurt.</p><p>Nobody was seen.</p>"),
    ],
)
def test_editor_picks(story, clash, pick, headline, second):
    client, _ = clash

    choose(client, story, headline=pick, body_2=pick)

    story.refresh_from_db()
    assert (story.headline, story.standfirst, story.kicker) == (headline, "At six.", "Sahel")
    assert second in story.body
    assert not Autosave.objects.unsaved().exists()


def test_what_was_not_picked_is_asked_again(story, clash):
    client, _ = clash

    page = choose(client, story, headline="mine")

    story.refresh_from_db()
    assert story.version == 2
    assert "Choose for each of them which text it is to be." in words(page)


def test_choices_made_before_another_save_are_asked_again(story, clash, save_as_amina):
    client, _ = clash
    save_as_amina(headline="Convoy halts")

    page = choose(client, story, headline="theirs", body_2="mine")

    story.refresh_from_db()
    assert (story.headline, story.version) == ("Convoy halts", 3)
    assert "Amina Diallo has saved again. Choose once more." in words(page)


def test_what_was_typed_is_kept_until_it_is_chosen(story, clash, editor):
    kept = Autosave.objects.get()

    assert (kept.writer, kept.article, kept.base_version) == (editor, story, 1)
    assert kept.fields["headline"] == "Convoy flees"


def test_back_to_my_text_shows_all_that_was_typed(story, clash):
    client, _ = clash

    page = client.post(form_url(story), {"_take": SITTING, "_join": SITTING})

    form = page.context["adminform"].form
    assert form["sitting"].value() != SITTING
    assert [form[name].value() for name in ("headline", "standfirst", "seen_version", "taken")] == [
        "Convoy flees",
        "At six.",
        "1",
        SITTING,
    ]


def test_nobody_else_can_see_or_choose_what_somebody_typed(story, clash, sign_in):
    stranger = sign_in(make_user(role="editor"))

    page = stranger.get(f"/admin/articles/article/{story.pk}/join/{SITTING}/")
    choose(stranger, story, headline="mine", body_2="mine")

    story.refresh_from_db()
    assert (page.status_code, story.version) == (404, 2)


def test_a_copy_that_nobody_remembers_asks_about_all_that_differs(story, editor, sign_in):
    """Posted by hand, with a version that never was."""
    page = press_save(sign_in(editor), story, typed(story), headline="Convoy flees", seen_version=99)

    story.refresh_from_db()
    assert (story.headline, story.version) == ("Convoy leaves", 1)
    assert [choice.key for choice in page.context["choices"]] == ["headline"]


def test_a_move_goes_on_after_its_save_was_joined(story, save_as_amina, editor, sign_in):
    seen = typed(story)
    save_as_amina(standfirst="Before dawn.")

    press_save(sign_in(editor), story, seen, headline="Convoy has left", _move="mark_ready")

    story.refresh_from_db()
    assert (story.headline, story.standfirst, story.state) == ("Convoy has left", "Before dawn.", "ready")


def test_a_move_goes_on_after_the_choices(story, save_as_amina, editor, sign_in):
    seen = typed(story)
    save_as_amina(headline="Convoy crosses")
    client = sign_in(editor)

    page = press_save(client, story, seen, headline="Convoy flees", _move="mark_ready")
    press = page.context["press"]
    asked = {press.name: press.value, "pick-headline": "mine", "typed_at": typed_at()}
    client.post(form_url(story), {"_join": SITTING, "seen_version": 2, **asked})

    story.refresh_from_db()
    assert (story.headline, story.state) == ("Convoy flees", "ready")


def test_the_page_of_choices_costs_the_same_whatever_differs(
    story, save_as_amina, editor, sign_in, django_assert_num_queries
):
    seen = typed(story)
    story.topics.set([make_topic()])
    story.credits.create(contributor=make_contributor())
    save_as_amina(headline="Convoy crosses", section=None, assignee=make_user(role="reporter"))
    client, omar = sign_in(editor), make_contributor(name="Omar Said")
    credit = {"credits-TOTAL_FORMS": 1, "credits-0-contributor": omar.pk, "credits-0-role": "author"}
    mine = {"section": make_section(name="Africa").pk, "assignee": editor.pk, "headline": "Convoy flees"}
    page = press_save(client, story, seen, **mine, topics=[make_topic(name="Niger").pk], **credit)

    with django_assert_num_queries(11):
        client.get(page.redirect_chain[-1][0])


def keep_late(client, seen, **mine):
    told = {**seen, **mine, "sitting": SITTING, "article": Article.objects.get().pk}
    return client.post("/admin/articles/article/sitting/keep/", told).json()["is"]


@pytest.mark.parametrize("pick", ["mine", "theirs", "both"])
def test_late_autosave_of_what_was_chosen_about_is_done_with(story, clash, pick):
    client, _ = clash
    seen = {**typed(story), "seen_version": 1}
    mine = {"headline": "Convoy flees", "body": BODY.replace("Nobody was hurt", "Nobody was seen")}
    choose(client, story, headline=pick, body_2=pick)

    assert keep_late(client, seen, **mine, standfirst="At six.") == "settled"
    assert not Autosave.objects.unsaved().exists()


def test_late_autosave_of_what_was_joined_is_done_with(story, save_as_amina, editor, sign_in):
    seen = typed(story)
    save_as_amina(kicker="Sahel")
    client = sign_in(editor)
    press_save(client, story, seen, headline="Convoy flees")

    assert keep_late(client, seen, headline="Convoy flees") == "settled"
    assert keep_late(client, seen, headline="Convoy flees at dawn") == "saved"
    assert Autosave.objects.get().fields["headline"] == "Convoy flees"
