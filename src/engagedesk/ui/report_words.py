"""A progress report in words: what was done, what comes next, what is at risk, where the budget stands."""

from __future__ import annotations

from engagedesk.domain.progress import ReportLine
from engagedesk.services.queries.progress_report import EngagementReport, ProgressReport
from engagedesk.services.queries.rows import EngagementRow
from engagedesk.ui import health_words, words
from engagedesk.ui.documents import Block, Bullets, Document, Heading, Paragraph, Table
from engagedesk.ui.format import EN_DASH, day_full, day_short, days_short, hours, money, one_stop, percent
from engagedesk.ui.words import counted, tr


def progress_document(report: ProgressReport, *, names: bool) -> Document:
    """Return the report; ``names`` = clients by their names, else by their code names."""
    period = days_short(report.first, report.last)
    if report.whole:
        title = tr("Report", "Progress of the portfolio, {period}").format(period=period)
    else:
        title = tr("Report", "Progress, {period}").format(period=period)
    blocks: list[Block] = [Paragraph(_sources(report), quiet=True)]
    if report.whole:
        blocks += [_overview(report, names=names)]
    for one in report.engagements:
        blocks += _engagement(report, one, names=names)
    if not report.engagements:
        blocks.append(Paragraph(tr("Report", "There is no running engagement.")))
    return Document(title, tuple(blocks))


def _sources(report: ProgressReport) -> str:
    made = tr("Report", "Made on {day}.").format(day=day_full(report.made_on))
    if report.extract_date is None:
        return f"{made} " + tr("Report", "Hours are your own: no extract of the team's was imported.")
    extract = tr("Report", "Hours are your own entries and the team's extract of {day}.").format(
        day=day_short(report.extract_date)
    )
    stale = " " + tr("Report", "The extract is more than seven days old.") if report.stale else ""
    return one_stop(f"{made} {extract}{stale}")


def client_name(one: EngagementReport, *, names: bool) -> str:
    return one.name if names else one.code_name


def _title(one: EngagementReport, *, names: bool) -> str:
    return f"{client_name(one, names=names)}, {one.row.engagement.title}"


def _overview(report: ProgressReport, *, names: bool) -> Table:
    head = (
        tr("Report", "Engagement"),
        tr("Report", "Health"),
        tr("Report", "Next"),
        tr("Report", "Done"),
        tr("Report", "Hours used"),
        tr("Report", "Late"),
    )
    rows = []
    for one in report.engagements:
        row = one.row
        used = EN_DASH if row.budget is None else percent(row.budget.actual_s, row.budget.budget_s)
        due = EN_DASH if row.next_date is None else f"{day_short(row.next_date)} {row.next_what}"
        done = EN_DASH if row.progress.shown is None else percent(row.progress.shown, 100)
        health = health_words.health(row.health.health)[0]
        rows.append((_title(one, names=names), health, due, done, used, str(one.work.late or EN_DASH)))
    return Table(head, tuple(rows), frozenset({3, 4, 5}))


def _engagement(report: ProgressReport, one: EngagementReport, *, names: bool) -> list[Block]:
    blocks: list[Block] = [Heading(_title(one, names=names), 2), Paragraph(_standing(report, one))]
    blocks.append(Heading(tr("Report", "Done"), 3))
    if one.work.done:
        blocks.append(Bullets(tuple(_done(report, line) for line in one.work.done)))
    else:
        blocks.append(Paragraph(tr("Report", "Nothing was finished in this time.")))
    blocks.append(Heading(tr("Report", "Next"), 3))
    if one.work.next:
        blocks.append(Bullets(tuple(_next(report, line) for line in one.work.next)))
    else:
        blocks.append(Paragraph(tr("Report", "Nothing is due within two weeks.")))
    if risks := _risks(report, one):
        blocks += [Heading(tr("Report", "Risks"), 3), Bullets(tuple(risks))]
    if (budget := _budget(one)) is not None:
        blocks += [Heading(tr("Report", "Budget"), 3), budget]
    return blocks


def _standing(report: ProgressReport, one: EngagementReport) -> str:
    row = one.row
    word = health_words.health(row.health.health)[0]
    first = health_words.cause(row.health.causes[0], day_s=report.day_s) if row.health.causes else ""
    parts = [f"{word} ({first})" if first else word]
    if row.engagement.phase:
        parts.append(tr("Report", "phase {name}").format(name=row.engagement.phase))
    if row.progress.shown is not None:
        parts.append(health_words.progress_words(row.progress))
    if row.next_date is not None:
        parts.append(tr("Report", "next: {what}, {day}").format(what=row.next_what, day=day_short(row.next_date)))
    return one_stop("; ".join(parts) + ".")


def _who(report: ProgressReport, line: ReportLine) -> str:
    name = report.people.get(line.owner, "") if line.owner is not None else ""
    return f" ({name})" if name else ""


def _done(report: ProgressReport, line: ReportLine) -> str:
    return f"{line.name}{_who(report, line)}, {day_short(line.day)}" if line.day else line.name


def _next(report: ProgressReport, line: ReportLine) -> str:
    parts = [line.name + _who(report, line)]
    if line.late_days:
        parts.append(counted(line.late_days, tr("Report", "{n} day late"), tr("Report", "{n} days late")))
    if line.day is not None:
        parts.append(tr("Report", "due {day}").format(day=day_short(line.day)))
    if line.progress_percent:
        parts.append(tr("Report", "{share} done").format(share=percent(line.progress_percent, 100)))
    return ", ".join(parts)


def _risks(report: ProgressReport, one: EngagementReport) -> list[str]:
    found = [health_words.cause(cause, day_s=report.day_s) for cause in one.row.health.causes]
    found += [_gate(gate_words) for gate_words in _gates(one.row.engagement)]
    if one.row.engagement.note:
        found.append(one.row.engagement.note)
    return list(dict.fromkeys(found))


def _gates(row: EngagementRow) -> list[str]:
    return [words.gate(gate) for gate in row.open_gates]


def _gate(name: str) -> str:
    return tr("Report", "Open gate: {gate}").format(gate=name)


def _budget(one: EngagementReport) -> Table | None:
    budget = one.row.budget
    if budget is None:
        return None
    head = ("", tr("Report", "Budget"), tr("Report", "Actual"), tr("Report", "ETC"), tr("Report", "EAC"),
            tr("Report", "Variance"))  # fmt: skip
    left = budget.variance_s or 0
    rows = [
        (
            tr("Report", "Hours"),
            *(hours(one) for one in (budget.budget_s, budget.actual_s, budget.etc_s, budget.eac_s)),
            ("−" if left < 0 else "+" if left > 0 else "") + hours(abs(left)),
        )
    ]
    amounts = (budget.budget_minor, budget.actual_minor, budget.etc_minor, budget.eac_minor, budget.variance_minor)
    if None not in amounts:
        rows.append((budget.currency, *(money(minor, budget.currency) for minor in amounts if minor is not None)))
    return Table(head, tuple(rows), frozenset(range(1, 6)))
