"""Addresses of the paper. The last pattern takes whatever is left: stories of any shape, and sections."""

from django.urls import path, register_converter

from articles import views
from articles.converters import MonthConverter, PlaceConverter, YearConverter

register_converter(YearConverter, "yyyy")
register_converter(MonthConverter, "mm")
register_converter(PlaceConverter, "place")

app_name = "articles"

urlpatterns = [
    path("", views.front, name="front"),
    path("preview/<uuid:uid>/", views.preview, name="preview"),
    path("topic/<slug:slug>/", views.topic, name="topic"),
    path("by/<slug:slug>/", views.contributor, name="contributor"),
    path("corrections/", views.corrections, name="corrections"),
    path("corrections/feed/", views.corrections_feed, name="corrections-feed"),
    path("<yyyy:year>/", views.archive_year, name="archive-year"),
    path("<yyyy:year>/<mm:month>/", views.archive_month, name="archive-month"),
    path("<yyyy:year>/<mm:month>/<mm:day>/", views.archive_day, name="archive-day"),
    path("<place:address>/mistake/", views.mistake, name="mistake"),
    path("<place:address>/mistake/thanks/", views.thanks, name="mistake-thanks"),
    path("<place:address>/changes/<int:number>/", views.changes, name="changes"),
    path("<place:path>/", views.place, name="place"),
]
