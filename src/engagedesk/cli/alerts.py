"""Budget alerts that a command of the terminal raised, where no window is open to say them."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace

from engagedesk.cli.call import Call, Reply
from engagedesk.domain.states import BudgetAlertKind
from engagedesk.errors import EngageDeskError
from engagedesk.services.alerting import raise_after
from engagedesk.services.changes import Changes
from engagedesk.services.queries.budget_rows import AlertRow
from engagedesk.services.workspace import Workspace

log = logging.getLogger(__name__)


def with_alerts(reply: Reply, call: Call, workspace: Workspace, heard: Sequence[Changes]) -> Reply:
    """Return the reply with a line for each budget that its command brought over a mark; the next window shows them."""
    # A snapshot: what is raised is heard as well.
    changes = tuple(heard)
    try:
        raised = raise_after(workspace, changes, today=call.place().today, now_utc=call.now_utc)
    except EngageDeskError as error:
        # The command is done and durable; the next window holds the budgets against their rules again.
        log.info("no look for alerts: %s", error)
        return reply
    return replace(reply, remarks=(*reply.remarks, *(_line(alert) for alert in raised)))


def _line(alert: AlertRow) -> str:
    what = f"{alert.percent} % used" if alert.kind is BudgetAlertKind.USED else f"EAC {alert.percent} % over budget"
    return f"budget alert: {alert.client} · {alert.title}: {what}"
