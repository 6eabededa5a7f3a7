"""The timeline: pure geometry on numpy columns, and the widgets that paint it.

``scale``, ``ticks``, ``columns``, ``links``, ``hits``, ``snapping``, ``density`` and ``arranging`` know no Qt.
"""
