"""``engagement list`` and ``engagement show``."""

from __future__ import annotations

from typing import Final

from engagedesk.cli import shapes
from engagedesk.cli.call import Call, Reply
from engagedesk.cli.layout import Column, counted, hm, table
from engagedesk.domain.ids import EngagementId, format_id, parse_id
from engagedesk.domain.money import decimal_text
from engagedesk.errors import AmbiguousTarget, UserError
from engagedesk.services.queries.engagements import LISTED, engagement_by_code, engagement_page, engagements
from engagedesk.services.queries.rows import EngagementPage, EngagementRow
from engagedesk.services.workspace import Workspace

CODES_LISTED: Final = 3

_COLUMNS = (
    Column("CLIENT", gives_way=True),
    Column("ENGAGEMENT", gives_way=True),
    Column("CODES", gives_way=True),
    Column("STATE"),
    Column("PHASE"),
    Column("NEXT DATE"),
    Column("WEEK", right=True),
    Column("TEAM", right=True),
)


def list_(call: Call) -> Reply:
    place = call.place()
    states = None if call.options.all else LISTED
    rows = call.door.do(lambda workspace: workspace.read(engagements, today=place.today, states=states))
    cells = [
        (
            row.short,
            row.title,
            _codes(row),
            row.state.value.replace("_", " "),
            row.phase,
            "" if row.next_date is None else f"{row.next_date.isoformat()} {row.next_date_what}",
            hm(row.own_week_s) if row.own_week_s else "",
            hm(row.team_total_s) if row.team_total_s else "",
        )
        for row in rows
    ]
    if not rows:
        text = "No engagements yet. Import a list: engagedesk import FILE\n"
    else:
        text = table(_COLUMNS, cells, width=call.width) + f"{counted(len(rows), 'engagement')}.\n"
    return Reply([shapes.engagement(row) for row in rows], text)


def _codes(row: EngagementRow) -> str:
    """Return the first codes; the engagement itself shows the rest."""
    named = [f"{code} (closed)" if code in row.closed_codes else code for code in row.codes]
    if len(named) > CODES_LISTED:
        named[CODES_LISTED - 1 :] = [f"{len(named) - CODES_LISTED + 1} more"]
    return ", ".join(named) or "no code"


def show(call: Call) -> Reply:
    place = call.place()
    wanted = " ".join(call.options.code)

    def work(workspace: Workspace) -> EngagementPage:
        every = workspace.read(engagements, today=place.today, states=None)
        page = workspace.read(engagement_page, meant(workspace, wanted, every), today=place.today)
        if page is None:
            raise UserError("engagement.unknown", text=wanted[:60])
        return page

    page = call.door.do(work)
    return Reply(shapes.engagement_page(page), _shown(page, width=call.width))


def meant(workspace: Workspace, wanted: str, every: tuple[EngagementRow, ...]) -> EngagementId:
    """Return the engagement of a code, a name or an id; ``UserError`` for none, ``AmbiguousTarget`` for several."""
    found = workspace.read(engagement_by_code, wanted)
    if not found:
        found = tuple(row.id for row in every if row.id == _as_id(wanted) or _label(row) == wanted)
    if not found:
        raise UserError("engagement.unknown", text=wanted[:60])
    if len(found) > 1:
        labels = tuple(f"{_label(row)} ({', '.join(row.codes)})" for row in every if row.id in found)
        raise AmbiguousTarget("engagement.several", candidates=labels, text=wanted[:60])
    return found[0]


def _as_id(text: str) -> bytes:
    try:
        return parse_id(text)
    except ValueError:
        return b""


def _label(row: EngagementRow) -> str:
    return f"{row.short} · {row.title}"


def _shown(page: EngagementPage, *, width: int | None) -> str:
    row = page.row
    facts = [
        ("Service line", row.service_line.value),
        ("State", row.state.value.replace("_", " ")),
        ("Phase", row.phase),
        ("My role", row.my_role),
        ("Fee", _fee(row)),
        ("Dates", " to ".join(d.isoformat() for d in (page.starts, page.ends) if d)),
        ("Next", "" if row.next_date is None else f"{row.next_date.isoformat()} {row.next_date_what}"),
        ("Open gates", ", ".join(g.value.replace("_", " ") for g in row.open_gates)),
        ("Note", row.note),
        ("My time", f"{hm(row.own_total_s)} in all, {hm(row.own_week_s)} in {page.week_label}"),
        ("Team", hm(row.team_total_s) + (f" (extract of {page.extract_date})" if page.extract_date else "")),
        ("Id", format_id(row.id)),
    ]
    said = [(name, value) for name, value in facts if value]
    blocks = [f"{row.client} · {row.title}\n" + "".join(f"  {name:<13}{value}\n" for name, value in said)]
    if page.codes:
        columns = (Column("CODE"), Column("ACTIVITY", gives_way=True), Column("STANDING"), Column("MINE", right=True))
        cells = [(c.code, c.activity, c.standing.value.replace("_", " "), hm(c.own_s)) for c in page.codes]
        blocks.append(table(columns, cells, width=width))
    if page.phases:
        columns = (Column("PHASE", gives_way=True), Column("FROM"), Column("TO"), Column("MINE", right=True))
        phases = [(p.name, str(p.starts or ""), str(p.ends or ""), hm(p.own_s) if p.own_s else "") for p in page.phases]
        blocks.append(table(columns, phases, width=width))
    if page.team:
        columns = (Column("TEAM", gives_way=True), Column("GRADE"), Column("ROLE"), Column("H:MM", right=True))
        team = [(t.name, t.grade, t.role, hm(t.seconds)) for t in page.team]
        blocks.append(table(columns, team, width=width))
    return "\n".join(blocks)


def _fee(row: EngagementRow) -> str:
    said = row.fee.value.replace("_", " ")
    amount = row.fee_minor if row.fee_minor is not None else row.fee_cap_minor
    return said if amount is None else f"{said}, {decimal_text(amount, row.currency)} {row.currency}"
