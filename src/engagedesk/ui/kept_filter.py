"""What is remembered of the portfolio's filter between two starts."""

from __future__ import annotations

import json

from engagedesk.domain.states import ServiceLine
from engagedesk.services.queries.engagement_list import EngagementFilter, Ordering


def filter_text(wanted: EngagementFilter) -> str:
    """Return what is remembered of a filter: all but the words and the client that were looked for."""
    return json.dumps(
        {
            "line": wanted.line.value if wanted.line else "",
            "ended": wanted.ended,
            "open_gates": wanted.open_gates,
            "awaiting_code": wanted.awaiting_code,
            "off_track": wanted.off_track,
            "due_soon": wanted.due_soon,
            "order": wanted.order.value,
            "descending": wanted.descending,
        },
        sort_keys=True,
    )


def filter_from(text: str) -> EngagementFilter:
    """Read what was remembered; what no longer means anything is left out."""
    try:
        data = json.loads(text) if text else {}
    except ValueError:
        data = {}
    if not isinstance(data, dict):
        data = {}
    line, order = str(data.get("line")), str(data.get("order"))
    return EngagementFilter(
        line=ServiceLine(line) if line in set(ServiceLine) else None,
        ended=data.get("ended") is True,
        open_gates=data.get("open_gates") is True,
        awaiting_code=data.get("awaiting_code") is True,
        off_track=data.get("off_track") is True,
        due_soon=data.get("due_soon") is True,
        order=Ordering(order) if order in set(Ordering) else Ordering.HEALTH,
        descending=data.get("descending") is True,
    )
