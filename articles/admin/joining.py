"""Two people on one story: what both wrote is joined on saving, and where that can't be, one of them picks.

No text is dropped: what was typed is kept as an autosave until it is saved.
"""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from articles.admin.clashes import choices
from articles.admin.late_address import keep_address, say_not_saved, without_address
from articles.admin.numbers import read_number, read_uuid
from articles.admin.presses import pressed
from articles.comparing import compare, label_of, printer
from articles.desk import autosaving, history
from articles.desk.autosaving import Sitting
from articles.desk.fields import fields_of
from articles.forms.typed import fields_typed, form_data
from articles.models import Article, Autosave
from articles.states import MOVES, may
from articles.wording.merging import Merged, merge

#: Of these two make no third: they are keys, codes, addresses and moments.
CHOICES = ("kind", "language", "slug", "due_at")
PICKS = ("mine", "theirs", "both")
NOT_ALL = "Choose for each of them which text it is to be."
TYPED_ON = "You have typed on since this page was shown. Choose once more."
REMOVED = (
    "Words were removed from this story for good since, and what was sent may hold them: it was not kept. "
    "Write here what you have changed."
)
#: What a joined form keeps of what was posted, beside the fields.
CARRIED = ("csrfmiddlewaretoken", "sitting", "taken", "_save", "_move", "_mistake")


class Joins:
    """For the admin of stories to inherit."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.join_view)
        return [
            path("<int:pk>/join/<uuid:sitting>/", view, name="articles_article_join"),
            *super().get_urls(),
        ]

    def changeform_view(self, request: HttpRequest, object_id: Any = None, *args: Any, **kwargs: Any) -> Any:
        """Before the form sees what was posted: put what was typed earlier, or both people's words, there."""
        if request.method != "POST":
            return super().changeform_view(request, object_id, *args, **kwargs)
        with transaction.atomic():
            article = self.get_object(request, object_id) if object_id else None
            answer = self._prepare(request, article)
            return answer or super().changeform_view(request, object_id, *args, **kwargs)

    def _prepare(self, request: HttpRequest, article: Article | None) -> HttpResponse | None:
        """An answer, if the form is not to see this at all."""
        if "_take" in request.POST:
            return self._take(request, article)
        if "_join" in request.POST and article:
            return self._choose(request, article)
        if article is None:
            return self._begun(request)
        seen = read_number(request.POST.get("seen_version", ""))
        say_not_saved(request, article, request.POST.get("slug", ""), seen)
        keep_address(request, article)
        return self._join(request, article, seen)

    def _begun(self, request: HttpRequest) -> HttpResponse | None:
        """To the story that this form has begun already, or the one that it goes on from did."""
        # Perhaps at this very moment.
        autosaving.one_by_one(request.user)
        names = [read_uuid(request.POST.get(name, "")) for name in ("sitting", "taken")]
        found = (autosaving.begun_as(name, request.user) for name in names)
        begun = next(filter(None, found), None)
        if begun is None:
            return None
        typed = fields_typed(self.get_form(request)(), request.POST)
        if _only(typed, begun.fields) != typed:
            again = Sitting(names[0] or uuid4(), request.user, begun.article, begun.version)
            try:
                autosaving.hold_fast(again, typed, timezone.now())
            except autosaving.WordsRemoved:
                messages.warning(request, REMOVED)
        return HttpResponseRedirect(self.change_url(begun.article))

    def join_view(self, request: HttpRequest, pk: int, sitting: Any) -> HttpResponse:
        """What both wrote, side by side, each with a choice."""
        article = self.get_queryset(request).filter(pk=pk).first()
        autosave = Autosave.objects.filter(sitting=sitting, article=pk, writer=request.user).first()
        if article is None or autosave is None:
            raise Http404
        if not self.has_change_permission(request, article):
            messages.warning(request, "You can't save this story any more. What you typed is kept.")
            return HttpResponseRedirect(self.change_url(article))
        autosave.fields = without_address(article, autosave.fields)
        base, theirs = sides(article, autosave.fields, autosave.base_version)
        joint = merge(base, autosave.fields, theirs, choices=CHOICES)
        if not joint.clashes:
            messages.info(request, "There is nothing to choose: take what you typed, and save.")
            return HttpResponseRedirect(self.change_url(article))
        say = printer([base, autosave.fields, theirs], autosave.fields)
        context = {
            **self.admin_site.each_context(request),
            "title": "Both of you changed this",
            "subtitle": str(article),
            "opts": self.opts,
            "original": article,
            "autosave": autosave,
            "theirs": newest_hand(article),
            "choices": choices(joint.clashes, say),
            "comparison": compare(base, autosave.fields, say),
            "press": pressed(request.GET, article),
            "back_url": self.change_url(article),
        }
        return TemplateResponse(request, "admin/articles/article/join.html", context)

    def _take(self, request: HttpRequest, article: Article | None) -> HttpResponse | None:
        """Let the form hold what was typed earlier, as if it had just been typed."""
        autosave = self._own_autosave(request, request.POST["_take"], article)
        if autosave is None:
            return self._gone(request)
        form = self.get_form(request, article)(instance=article)
        if article and history.words_were_removed(article, autosave.base_version):
            # What is kept has been blanked, but a form of that version can't be saved.
            joint = join(article, autosave.fields, autosave.base_version)
            if joint.clashes:
                return self._to_choices(request, article, autosave)
            self._put_together(request, form, joint)
        else:
            self._post(request, form_data(form, autosave.fields, article), autosave.base_version)
        # A form of its own: what it was typed in may be open still, in another window or at another desk.
        request.POST["sitting"], request.POST["taken"] = str(uuid4()), str(autosave.sitting)
        request.is_taking = True
        return None

    def _join(self, request: HttpRequest, article: Article, seen: int) -> HttpResponse | None:
        """Join what was posted with what somebody saved after the form was opened."""
        if seen in (0, article.version) or not self._may_save(request, article):
            return None
        if history.words_were_removed(article, seen):
            # What both wrote must not be compared, nor kept: the form says so, and holds it still.
            return None
        form = self.get_form(request, article)(instance=article)
        mine = fields_typed(form, request.POST)
        joint = join(article, mine, seen)
        if joint.clashes:
            sitting = Sitting(_name(request), request.user, article, seen)
            kept = autosaving.hold_fast(sitting, mine, timezone.now())
            return self._to_choices(request, article, kept)
        # As an autosave reads it, by which a late one is known.
        typed = fields_typed(self.get_form(request)(), request.POST)
        request.joined_from = Sitting(_name(request), request.user, article, seen), typed
        self._put_together(request, form, joint)
        return None

    def _choose(self, request: HttpRequest, article: Article) -> HttpResponse | None:
        """Join what was kept, with the choices made on the page that showed both."""
        autosave = self._own_autosave(request, request.POST["_join"], article)
        if autosave is None:
            return self._gone(request)
        why_not = _changed_since(request, article, autosave)
        picks = {} if why_not else _picks(request.POST)
        joint = join(article, autosave.fields, autosave.base_version, picks)
        if joint.clashes:
            messages.warning(request, why_not or NOT_ALL)
            return self._to_choices(request, article, autosave)
        self._put_together(request, self.get_form(request, article)(instance=article), joint)
        request.POST["sitting"] = str(autosave.sitting)
        autosave.refresh_from_db(fields=["fields"])
        sitting = Sitting(autosave.sitting, request.user, article, autosave.base_version)
        request.joined_from = sitting, autosave.fields
        return None

    def _put_together(self, request: HttpRequest, form: Any, joint: Merged) -> None:
        article = form.instance
        self._post(request, form_data(form, joint.fields, article), article.version)
        if joint.from_theirs:
            parts = ", ".join(label_of(name) for name in joint.from_theirs)
            messages.info(request, f"Joined with what {newest_hand(article)} saved meanwhile: {parts}.")

    def _to_choices(self, request: HttpRequest, article: Article, autosave: Autosave) -> HttpResponse:
        """To the page with both texts, which goes on to what was pressed."""
        url = reverse("admin:articles_article_join", args=[article.pk, autosave.sitting])
        press = pressed(request.POST, article)
        return HttpResponseRedirect(f"{url}?{urlencode({press.name: press.value})}" if press else url)

    def _gone(self, request: HttpRequest) -> HttpResponse:
        messages.warning(request, "That is not there to take any more: it was saved, or left.")
        return HttpResponseRedirect(request.path)

    def _own_autosave(self, request: HttpRequest, sitting: str, article: Article | None) -> Autosave | None:
        """One of theirs, even if they have turned it down, without an address that it could not save."""
        rows = Autosave.objects.exclude(typed_at=None).filter(writer=request.user, article=article)
        own = rows.filter(sitting=read_uuid(sitting)).first()
        if own and article:
            say_not_saved(request, article, own.fields.get("slug", ""), own.base_version)
            own.fields = without_address(article, own.fields)
        return own

    def _may_save(self, request: HttpRequest, article: Article) -> bool:
        return article.state in MOVES["save"].sources and may(request.user, "save", article)

    def _post(self, request: HttpRequest, data: QueryDict, version: int) -> None:
        """Put `data` in the place of what was posted."""
        for name in CARRIED:
            if name in request.POST:
                data[name] = request.POST[name]
        data["seen_version"] = str(version)
        request.POST = data


def _name(request: HttpRequest) -> UUID:
    """The name of the form that was posted."""
    return read_uuid(request.POST.get("sitting", "")) or uuid4()


def join(
    article: Article, mine: dict[str, Any], base_version: int, picks: dict[str, str] | None = None
) -> Merged:
    """What was typed on a version, with what the story has become.

    Join field by field, and the text paragraph by paragraph. Where it isn't known what both began with, lines
    in which they differ are to be picked, and paragraphs, topics and credits of both are there.
    """
    base, theirs = sides(article, mine, base_version)
    return merge(base, mine, theirs, picks or {}, choices=CHOICES)


def sides(article: Article, mine: dict[str, Any], base_version: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """What both began with, nothing where nobody kept it, and what theirs is: of the fields that mine has."""
    revision = article.revisions.filter(version=base_version).first()
    return _only(mine, revision.fields if revision else {}), _only(mine, fields_of(article))


def newest_hand(article: Article) -> str:
    """Who saved last."""
    revision = article.revisions.first() or history.as_it_stands(article)
    return revision.saved_by_name


def _only(mine: dict[str, Any], fields: dict[str, Any]) -> dict[str, Any]:
    return {name: fields.get(name) for name in mine}


def _changed_since(request: HttpRequest, article: Article, autosave: Autosave) -> str:
    """What has changed since the page of choices was shown, in a sentence; "" for nothing."""
    if read_number(request.POST.get("seen_version", "")) != article.version:
        return f"{newest_hand(article)} has saved again. Choose once more."
    return "" if request.POST.get("typed_at") == autosave.typed_at.isoformat() else TYPED_ON


def _picks(posted: QueryDict) -> dict[str, str]:
    """`pick-headline=theirs`: what was chosen of each thing that both had changed."""
    said = ((name.removeprefix("pick-"), posted[name]) for name in posted if name.startswith("pick-"))
    return {key: pick for key, pick in said if pick in PICKS}
