"""Addresses of the discussion, which come before those of the paper, whose last pattern takes what is left.

A discussion stands under its story's address, whatever its shape; what belongs to a writer under /comments/.
"""

from django.urls import path, register_converter

from articles.converters import PlaceConverter
from comments import views

register_converter(PlaceConverter, "story")

app_name = "comments"

urlpatterns = [
    path("comments/confirm/<str:token>/", views.confirm, name="confirm"),
    path("comments/unsubscribe/<str:token>/", views.unsubscribe, name="unsubscribe"),
    path(
        "comments/unsubscribe/<str:token>/all/",
        views.unsubscribe,
        {"everything": True},
        name="unsubscribe-all",
    ),
    path("comments/mine/", views.mine, name="mine"),
    path("comments/mine/open/<str:token>/", views.open_mine, name="open-mine"),
    path("comments/mine/my-comments.json", views.export, name="export-mine"),
    path("comments/mine/leave/", views.leave, name="leave-mine"),
    path("comments/mine/erase/", views.erase, name="erase-mine"),
    path("comments/mine/<uuid:uid>/answer/", views.answer, name="answer-mine"),
    path("comments/mine/<uuid:uid>/edit/", views.edit, name="edit-mine"),
    path("comments/mine/<uuid:uid>/delete/", views.delete, name="delete-mine"),
    path("comments/mine/<uuid:uid>/follow/", views.follow, name="follow-mine"),
    path("comments/mine/no-mail/", views.unfollow_all, name="unfollow-all-mine"),
    path("comments/mine/<uuid:uid>/appeal/", views.appeal, name="appeal-mine"),
    path("comments/notices/<str:token>/", views.notice_state, name="notice-state"),
    path("<story:address>/comments/", views.discussion, name="discussion"),
    path("<story:address>/comments/new/", views.reply, name="new"),
    path("<story:address>/comments/sent/<str:token>/", views.sent, name="sent"),
    path("<story:address>/comments/reported/", views.reported, name="reported"),
    path("<story:address>/comments/<int:number>/", views.comment, name="comment"),
    path("<story:address>/comments/<int:number>/recommend/", views.recommend, name="recommend"),
    path("<story:address>/comments/<int:number>/reply/", views.reply, name="reply"),
    path("<story:address>/comments/<int:number>/report/", views.report, name="report"),
    path("<story:address>/comments/<int:number>/notice/", views.notice, name="notice"),
]
