"""Imports: what the store knows (``known``), what a file would change (``planning``), doing it and undoing it
(``commands``). Reading and planning happen outside the store thread; only ``commands`` run in it.
"""
