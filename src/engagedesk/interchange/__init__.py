"""Foreign files in, domain rows out, and back.

``files.open_foreign`` is the way in, ``tables`` the way out. A foreign file is never parsed in this process: ``gate``
looks at its outside, ``child`` reads it in a limited process, and only plain cells come back.
"""
