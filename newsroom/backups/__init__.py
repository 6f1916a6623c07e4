"""Backups: the whole newsroom, database and files, in one archive that either database can read.

An archive is a zip of `manifest.json`, one file of rows a table, and the files of MEDIA_ROOT. Rows are
written by column, not in the format of one database, so that a newsroom can move from SQLite to
PostgreSQL and a restored row is the row that was saved.
"""
