"""Addresses of the discussion. All stand under a story's own, whatever its shape, and come before those
of the paper, whose last pattern takes whatever is left."""

from django.urls import path, register_converter

from articles.converters import PlaceConverter
from comments import views

register_converter(PlaceConverter, "address")

app_name = "comments"

urlpatterns = [
    path("<address:address>/comments/", views.discussion, name="discussion"),
    path("<address:address>/comments/new/", views.reply, name="new"),
    path("<address:address>/comments/sent/<str:token>/", views.sent, name="sent"),
    path("<address:address>/comments/<int:number>/", views.comment, name="comment"),
    path("<address:address>/comments/<int:number>/reply/", views.reply, name="reply"),
]
