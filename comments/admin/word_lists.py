"""The word lists: one box with an entry a line, and another to try a text on them before they are saved."""

import re
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.desk.moving import printed_name
from comments.admin.reading_only import ReadingOnly
from comments.models import WordList
from comments.moderation import IllegalMove
from comments.moderation.word_lists import change_words
from comments.screening.tokens import words_of_entry
from comments.screening.word_lists import MOST_WORDS, index

#: Characters of all entries together: half as many again as the longest list that we know of.
MOST = 1_300_000
#: As many wrong lines are told at once.
TOLD = 10
#: What is left out of an entry is another word: of “sh*t”, “sh”.
_placeholder = re.compile(r"\w\*|\*\w")


class WordListForm(forms.Form):
    entries = forms.CharField(
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 20, "spellcheck": "false", "dir": "auto"}),
        help_text="One a line: a word, or several that stand one after the other. Whole words count, never "
        "parts of them. Capitals, accents, look-alike letters and letters spread out (v.i.a g r a) make no "
        "difference.",
    )
    sample = forms.CharField(
        label="Try a text",
        required=False,
        strip=False,
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        help_text="Says which entry would be found in it, by the list as typed above. Nothing is saved.",
    )
    #: The version that was read.
    over = forms.CharField(required=False, widget=forms.HiddenInput)
    #: How many wrong lines were left out, as was asked for.
    left_out = 0

    @property
    def has_wrong_lines(self) -> bool:
        return self.has_error("entries", "bad-entry")

    def clean_entries(self) -> str:
        entries = self.cleaned_data["entries"].replace("\r\n", "\n")
        if len(entries) > MOST:
            sentence = (
                f"The list is {len(entries):,} characters long; {MOST:,} is the most. It was not saved."
            )
            raise ValidationError(sentence, code="long-list")
        wrong = [f"Line {number:,} {why}" for number, line in _lines(entries) if (why := _wrong(line))]
        if "_leave_out" in self.data:
            self.left_out = len(wrong)
            return "\n".join(line for line in entries.splitlines() if not (line.strip() and _wrong(line)))
        if len(wrong) > TOLD:
            wrong[TOLD:] = [f"So it is with {len(wrong) - TOLD:,} more lines."]
        if wrong:
            raise ValidationError([ValidationError(each, code="bad-entry") for each in wrong])
        return entries

    def tried(self) -> str:
        """What the list as typed would make of the sample, as a sentence."""
        found = index(self.data.get("entries", "").splitlines()).find(self.data.get("sample", ""))
        return "No entry is found in this text." if found is None else f"Found in this text: “{found}”."


def _lines(entries: str) -> list[tuple[int, str]]:
    return [(number, line) for number, line in enumerate(entries.splitlines(), 1) if line.strip()]


def _wrong(line: str) -> str:
    """What is wrong with an entry, as the rest of a sentence; "" for nothing."""
    tokens = words_of_entry(line)
    if not tokens:
        return f"(“{line[:40]}”) has no letters or digits, so it would find nothing."
    if _placeholder.search(line):
        return f"(“{line[:40]}”) has a * in it, which stands for no letter here. Write the word itself."
    if len(tokens) > MOST_WORDS:
        return f"(“{line[:40]}…”) is {len(tokens)} words long; {MOST_WORDS} is the most."
    if len(tokens) == 1 and len(tokens[0]) == 1 and tokens[0].isascii():
        return f"(“{line[:40]}”) is a single character, which stands in nearly every comment."
    return ""


@admin.register(WordList)
class WordListAdmin(ReadingOnly):
    list_display = ("kind", "length", "changed_at", "changer")
    list_display_links = ("kind",)
    list_select_related = ("changed_by",)
    actions = None
    shown_as_blocks = True
    empty_value_display = ""

    class Media:
        css = {"all": ("css/moderation.css",)}

    @admin.display(description="length")
    def length(self, word_list: WordList) -> str:
        return "1 entry" if word_list.count == 1 else f"{word_list.count:,} entries"

    @admin.display(description="changed by")
    def changer(self, word_list: WordList) -> str:
        return printed_name(word_list.changed_by) if word_list.changed_at else ""

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        word_list = self.get_object(request, object_id)
        if word_list is None:
            raise Http404
        if not self.has_view_permission(request, word_list):
            raise PermissionDenied
        form, tried = WordListForm(initial=_as_it_stands(word_list)), ""
        if request.method == "POST":
            form = WordListForm(request.POST)
            if "_try" in request.POST:
                tried = form.tried()
            elif form.is_valid() and _save(form, word_list, request):
                return HttpResponseRedirect(reverse("admin:comments_wordlist_change", args=[word_list.pk]))
        context = {
            **self.admin_site.each_context(request),
            "title": f"Word list: {word_list}",
            "opts": self.opts,
            "media": self.media,
            "word_list": word_list,
            "changer": self.changer(word_list),
            "form": form,
            "tried": tried,
            "may_change": request.user.has_perm("comments.change_wordlist"),
        }
        return TemplateResponse(request, "admin/comments/wordlist/change_form.html", context)


def _as_it_stands(word_list: WordList) -> dict[str, str]:
    return {"entries": word_list.entries, "over": word_list.version}


def _save(form: WordListForm, word_list: WordList, request: HttpRequest) -> bool:
    """Whether it was saved; if not, the form says why, and has what was typed."""
    try:
        typed = form.cleaned_data
        change_words(word_list, by=request.user, entries=typed["entries"], over=typed["over"])
    except IllegalMove as refusal:
        if refusal.code == "not-permitted":
            raise PermissionDenied from refusal
        form.add_error("entries", ValidationError(refusal.sentence, code=refusal.code))
        # Whoever saves again has been told of what they put theirs in the place of.
        form.data = {**form.data.dict(), "over": refusal.thing.version}
        return False
    left_out = {0: "", 1: " 1 line was left out."}.get(
        form.left_out, f" {form.left_out:,} lines were left out."
    )
    messages.success(request, f"Saved.{left_out} The list holds from the next comment on.")
    return True
