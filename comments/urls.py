"""Addresses of the discussion. All stand under a story's own, whatever its shape, and come before those
of the paper, whose last pattern takes whatever is left."""

from django.urls import path

from comments import views

app_name = "comments"

urlpatterns = [
    path("<path:address>/comments/", views.discussion, name="discussion"),
    path("<path:address>/comments/new/", views.reply, name="new"),
    path("<path:address>/comments/sent/<str:token>/", views.sent, name="sent"),
    path("<path:address>/comments/<int:number>/", views.comment, name="comment"),
    path("<path:address>/comments/<int:number>/reply/", views.reply, name="reply"),
]
