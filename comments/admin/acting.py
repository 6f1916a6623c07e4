"""Pages on which a moderator does something that needs to be told more than a button can say."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone

from comments.admin.queue.rows import record_of
from comments.models import Comment
from comments.moderation import IllegalMove
from comments.states import REASONS_AGAINST

REASONS = [(reason.value, reason.label) for reason in REASONS_AGAINST]


class ActForm(forms.Form):
    """`act` does it and returns the sentence that says so; what it refuses becomes an error of the form."""

    #: What the page is called, what its button says, and what will be true afterwards.
    title = button = sentence = ""

    def __init__(self, *args: Any, thing: Any = None, **kwargs: Any) -> None:
        self.thing = thing
        super().__init__(*args, **{"label_suffix": "", **kwargs})

    def act(self, by: Any) -> str:
        raise NotImplementedError

    def acts(self, by: Any) -> str:
        """What was done, "" if it was refused."""
        try:
            return self.act(by)
        except IllegalMove as refusal:
            self.add_error(None, forms.ValidationError(refusal.sentence, code=refusal.code))
            return ""


class CommentForm(ActForm):
    """One that decides on what a comment says: on the words that were `seen`, and on no others."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = self._last()

    @property
    def comment(self) -> Comment:
        return self.thing.comment

    def acts(self, by: Any) -> str:
        told = super().acts(by)
        if not told:
            # The page that comes back has the words as they are now.
            self.data = {**self.data.dict(), "seen": self._last()}
        return told

    def _last(self) -> int | None:
        return self.comment.moderation_entries.values_list("pk", flat=True).first()


def words_field(label: str, help_text: str, *, most: int, is_needed: bool = True) -> forms.CharField:
    """Several lines for somebody to read."""
    widget = forms.Textarea(attrs={"rows": 5, "dir": "auto"})
    return forms.CharField(
        label=label, help_text=help_text, max_length=most, required=is_needed, widget=widget
    )


def act_page(
    model_admin: Any, request: HttpRequest, form: ActForm, *, back_url: str, **said: Any
) -> HttpResponse:
    """GET shows the form; POST acts and goes to `back_url`, or shows what was refused with what was typed.

    `said` is what stands above the form: `comment`, with all that the queue tells of it, and `words` as pairs
    of a label and what was written.
    """
    if form.is_bound and form.is_valid() and (told := form.acts(request.user)):
        messages.success(request, told)
        return HttpResponseRedirect(back_url)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": form.title,
        "opts": model_admin.opts,
        "form": form,
        "back_url": back_url,
        **said,
    }
    if comment := said.get("comment"):
        context |= _about(comment)
    return TemplateResponse(request, "admin/comments/act.html", context, status=422 if form.errors else 200)


def _about(comment: Comment) -> dict[str, Any]:
    """What a moderator weighs beside the words: the story, what they answer, and who wrote them."""
    found = Comment.objects.with_story(timezone.now()).select_related("parent", "writer", "trace")
    about = found.get(pk=comment.pk)
    return {"about": about, "record": record_of(about)}
