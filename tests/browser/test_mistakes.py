"""Reporting a mistake and seeing to it, in a real browser: without scripts, by keyboard, and by axe-core."""

import re

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import expect

from articles.models import Article, Mistake
from tests.articles.mistakes import make_mistake
from tests.browser.desk import body_of, form_of, sign_in
from tests.browser.going import follow, press
from tests.browser.test_desk_looks import look_at
from tests.factories import make_published, make_user

STORY = "/2011/09/06/qaddafi-loyalists-flee-libya-to-niger/"
FORM = f"{STORY}mistake/"


@pytest.fixture(autouse=True)
def libya(transactional_db):
    call_command("loaddata", "libya", verbosity=0)


def fill_in(page):
    page.get_by_role("radio", name="Three major cities").check()
    page.get_by_role("textbox", name="What is wrong").fill("There were four.")
    page.get_by_role("textbox", name="E-mail").fill("ann@reader.example")


def test_a_reader_reports_a_sentence_without_scripts(new_context):
    page = new_context(width=390, java_script_enabled=False).new_page()
    page.goto(STORY)

    follow(page, "Spotted a mistake?")
    fill_in(page)
    press(page, "Send")

    assert page.get_by_role("heading", level=1).inner_text() == "Thank you"
    mistake = Mistake.objects.get()
    assert (mistake.sentence[:18], mistake.wrong) == ("Three major cities", "There were four.")


def test_what_is_missing_is_said_and_the_rest_kept(page):
    page.goto(FORM)
    fill_in(page)
    page.get_by_role("textbox", name="What is wrong").fill(" ")

    press(page, "Send")

    expect(page.locator(".form-errors")).to_be_focused()
    assert page.get_by_role("radio", name="Three major cities").is_checked()
    page.get_by_role("link", name="Say what is wrong with the sentence.").click()
    expect(page.get_by_role("textbox", name="What is wrong")).to_be_focused()


def test_by_keyboard_alone(page):
    page.goto(FORM)

    page.get_by_role("radio").first.focus()
    for key in ("ArrowDown", "ArrowDown", "Tab"):
        page.keyboard.press(key)
    page.keyboard.type("It was Monday.")
    for key in ("Tab", "Tab", "Enter"):
        page.keyboard.press(key)

    page.wait_for_url("**/mistake/thanks/")
    assert (Mistake.objects.get().paragraph, Mistake.objects.get().wrong) == (2, "It was Monday.")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_wrong(new_context, violations, width, dark):
    page = new_context(width=width, dark=dark).new_page()

    page.goto(FORM)
    found = [violations(page)]
    press(page, "Send")
    found.append(violations(page))
    page.goto(f"{FORM}thanks/")
    found.append(violations(page))

    assert found == [[], [], []]
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_story_of_another_direction_fits_too(new_context, violations):
    story = make_published(
        headline="مطر", language="ar", standfirst="يوم ممطر.", body="<p>أمطرت يوم الاثنين. لم يأت أحد.</p>"
    )
    page = new_context(width=390).new_page()

    page.goto(f"{story.addresses.get().path}mistake/")

    assert page.get_by_role("radio").count() == 4
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_one_press_makes_it_a_correction_and_loses_no_word(page):
    article = Article.objects.get()
    make_mistake(article, "Three major", wrong="There were four.", email="ann@reader.example")
    sign_in(page, make_user(role="editor"))
    page.goto(form_of(article))
    body_of(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" A last word.")

    page.get_by_role("button", name=re.compile("Make it a correction.*There were four")).click()
    page.get_by_text("took up a mistake that a reader spotted").first.wait_for()
    page.get_by_role("button", name="Publish…").click()
    page.wait_for_url("**/move/publish/*")

    assert "A last word." in Article.objects.get().body
    correct = page.get_by_role("button", name="Publish as a correction")
    assert correct.get_attribute("class") == "main"
    correct.click()
    page.wait_for_url("**/change/*")
    mistake = Mistake.objects.get()
    assert (mistake.state, mistake.settled_by.change) == ("corrected", "correction")
    Mistake.objects.update(answer_due_at=timezone.now())
    call_command("send_owed_mail", verbosity=0)
    assert [message.to for message in mail.outbox] == [["ann@reader.example"]]


@pytest.mark.parametrize("path", ["form", "/admin/articles/mistake/", "change", "decide"])
def test_desk(page, axe, path):
    article = Article.objects.get()
    mistake = make_mistake(
        article, "Three major", wrong="There were four. " + "w" * 300, email="a@reader.example"
    )
    make_mistake(article, wrong="Loyalists?")
    of_mistake = f"/admin/articles/mistake/{mistake.pk}/"
    known = {
        "form": form_of(article),
        "change": f"{of_mistake}change/",
        "decide": f"{of_mistake}decide/decline_mistake/",
    }
    sign_in(page, make_user(role="editor"))

    assert look_at(page, axe, known.get(path, path)) == {}
