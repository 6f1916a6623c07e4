"""The pages on which a moderator takes a part out of a comment, or brings one back."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse

from comments.admin.acting import REASONS, ActForm, CommentForm, act_page, words_field
from comments.models import Comment
from comments.moderation import blanking
from comments.states import moderates
from comments.typed import MOST_TEXT


class PartForm(CommentForm):
    @property
    def comment(self) -> Comment:
        return self.thing


class BlankForm(PartForm):
    title = button = "Take a part out"
    sentence = (
        "Readers then find “[removed by the moderators]” in its place, everywhere. Its writer is told the "
        "reason. You can bring it back as long as removed words are kept."
    )
    passage = words_field(
        "The words to take out", "Copied from the comment, as they stand there.", most=MOST_TEXT
    )
    reason = forms.ChoiceField(label="Reason", choices=REASONS, initial="private")
    note = forms.CharField(label="Note for the other moderators (optional)", required=False, max_length=500)

    def act(self, by: Any) -> str:
        blanking.blank_part(self.thing, by=by, **self.cleaned_data)
        return "The part is taken out."


class UnblankForm(PartForm):
    title = button = "Bring a part back"
    sentence = "Readers can read it again."
    passage = forms.ChoiceField(label="The words to bring back", widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passage"].choices = [(each["passage"], each["passage"]) for each in self.thing.blanked]

    def act(self, by: Any) -> str:
        blanking.unblank(self.thing, by=by, **self.cleaned_data)
        return "The part can be read again."


def urls(model_admin: Any) -> list[URLPattern]:
    """Both pages, for the moderators' list of comments."""

    def page(request: HttpRequest, pk: int, form_class: type[ActForm]) -> HttpResponse:
        if not moderates(request.user):
            raise PermissionDenied
        comment = Comment.objects.select_related("article").filter(pk=pk).exclude(text="").first()
        if comment is None:
            raise Http404
        back_url = reverse("admin:comments_comment_change", args=[pk])
        form = form_class(request.POST or None, thing=comment)
        return act_page(model_admin, request, form, back_url=back_url, comment=comment)

    view = model_admin.admin_site.admin_view(page)
    return [
        path("<int:pk>/blank/", view, {"form_class": BlankForm}, name="comments_comment_blank"),
        path("<int:pk>/unblank/", view, {"form_class": UnblankForm}, name="comments_comment_unblank"),
    ]
