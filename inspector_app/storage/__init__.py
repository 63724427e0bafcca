"""The workspace on disk: the only package that speaks SQL."""

from inspector_app.storage import cipher as cipher  # first: sqlite-utils must find SQLCipher
