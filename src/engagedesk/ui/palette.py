"""What the palette finds of the window itself: pages, actions, engagements with what can be done with each, clients."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication

from engagedesk.services.queries.rows import EngagementRow
from engagedesk.ui.actions import Action, ActionRegistry, Needs, group_words
from engagedesk.ui.finding import Findable
from engagedesk.ui.intents import NewEntry, OpenEngagement, ShowPage, StartTimer
from engagedesk.ui.theme import Icon
from engagedesk.ui.words import counted

tr = QCoreApplication.translate


def window_findables(
    registry: ActionRegistry, engagements: Iterable[EngagementRow], *, running: bool
) -> tuple[Findable, ...]:
    """Return pages, engagements, clients with several of them, then the actions that can be had now."""
    pages, acts = [], []
    for action in registry.actions:
        if isinstance(action.intent, ShowPage):
            pages.append(_of_action(action, registry, tr("Palette", "Page")))
        elif action.id != "find" and (running or action.needs is not Needs.RUNNING):
            acts.append(_of_action(action, registry, group_words(action.group)))
    rows = tuple(engagements)
    return (*pages, *(of_engagement(row) for row in rows), *_clients(rows), *acts)


def of_engagement(row: EngagementRow) -> Findable:
    """Return an engagement; its deeds are found by their verb, or by Tab on it."""
    return Findable(
        row.short, row.title, tr("Palette", "Engagement"), OpenEngagement(row.id), colour=row.colour,
        also=" ".join((row.client, *row.codes)), id=f"engagement.{row.id.hex()}", more=partial(_deeds, row),
    )  # fmt: skip


def _clients(rows: tuple[EngagementRow, ...]) -> list[Findable]:
    """Return the clients that have several engagements; of the others, the engagement itself is found by the name."""
    held: dict[str, list[EngagementRow]] = {}
    for row in rows:
        held.setdefault(row.client, []).append(row)
    return [
        Findable(
            client, counted(len(own), tr("Palette", "{n} engagement"), tr("Palette", "{n} engagements")),
            tr("Palette", "Client"), ShowPage("engagements"), colour=own[0].colour, id=f"client.{client}",
            more=partial(_each, tuple(own)), opens=True,
        )
        for client, own in held.items() if len(own) > 1
    ]  # fmt: skip


def _each(rows: tuple[EngagementRow, ...]) -> tuple[Findable, ...]:
    return tuple(of_engagement(row) for row in rows)


def _deeds(row: EngagementRow) -> tuple[Findable, ...]:
    # These name forms and queries, which the first look at Today does without.
    from engagedesk.ui.engagement_deeds import engagement_deeds
    from engagedesk.ui.portfolio_intents import ShowCodeNames

    line = _line(row)
    also = " ".join((row.client, *row.codes))
    name = f"{row.short} · {row.title}"
    group = tr("Palette", "Engagement")
    start = Findable(
        tr("Palette", "Start timer: {engagement}").format(engagement=name),
        "", group, StartTimer(line), icon=Icon.PLAY.value, also=also, id=f"start.{row.id.hex()}",
        verbs=tr("Palette", "start timer switch run"),
    )  # fmt: skip
    entry = Findable(
        tr("Palette", "New entry: {engagement}").format(engagement=name),
        "", group, NewEntry(f"{line} "), icon=Icon.PLUS.value, also=also, id=f"entry.{row.id.hex()}",
        verbs=tr("Palette", "new entry add record"),
    )  # fmt: skip
    goes = Findable(
        tr("Palette", "Open: {engagement}").format(engagement=name),
        "", group, OpenEngagement(row.id), icon=Icon.ENGAGEMENTS.value, also=also,
        verbs=tr("Palette", "open show go"),
    )  # fmt: skip
    shares = Findable(
        tr("Palette", "Share the screen with: {client}").format(client=row.short),
        "", group, ShowCodeNames(on=True, but=row.client_id), icon=Icon.EYE_OFF.value, also=also,
        verbs=tr("Palette", "share screen hide names"),
    )  # fmt: skip
    return start, entry, goes, *engagement_deeds(row, name=name, also=also, group=group), shares


def _line(row: EngagementRow) -> str:
    """Return words of quick entry that mean this engagement: its code where there is only one, else its names."""
    return row.codes[0] if len(row.codes) == 1 else f"{row.short} {row.title}"


def _of_action(action: Action, registry: ActionRegistry, group: str) -> Findable:
    return Findable(
        action.words, "", group, action.intent, icon=action.icon.value, keys=registry.shown(action.id),
        also=action.also, id=action.id,
    )  # fmt: skip
