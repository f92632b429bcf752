"""What was removed and can still be brought back: the queries."""

from __future__ import annotations

LISTED = 500

REMOVED = f"""
SELECT 'picture' AS kind, picture.id, picture.name, session.id AS session, session.name AS session_name,
    picture.deleted + :kept AS until
FROM picture JOIN session ON session.id = picture.session
WHERE picture.deleted > :since AND session.deleted IS NULL
UNION ALL
SELECT 'chat', chat.id, CASE WHEN title <> '' THEN title ELSE question.text END, session.id, session.name,
    chat.deleted + :kept
FROM chat JOIN session ON session.id = chat.session
JOIN turn AS question ON question.number = (SELECT min(number) FROM turn WHERE turn.chat = chat.id)
WHERE chat.deleted > :since AND session.deleted IS NULL
UNION ALL
SELECT 'session', id, name, id, '', deleted + :kept FROM session WHERE deleted > :since
ORDER BY until DESC LIMIT {LISTED}"""
"""The latest first. Of a removed session only itself; a chat in which nothing was said is no loss."""

ANNOTATED = """
SELECT picture.* FROM picture JOIN session ON session.id = picture.session
WHERE coalesce(picture.deleted, session.deleted) > :since
    AND (EXISTS (SELECT 1 FROM box WHERE box.picture = picture.id)
        OR (:text AND EXISTS (SELECT 1 FROM page WHERE page.picture = picture.id)))
ORDER BY coalesce(picture.deleted, session.deleted)"""
"""The removed pictures whose boxes (or text) may be wanted again, the latest removed at the end."""
