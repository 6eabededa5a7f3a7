"""The engagement templates that ship with the program."""

from __future__ import annotations

import tomllib
from functools import cache

from engagedesk.domain.states import ServiceLine
from engagedesk.domain.templates import EngagementTemplate, template_from_data
from engagedesk.paths import resources


@cache
def template_for(service_line: ServiceLine) -> EngagementTemplate:
    """Return the template of a service line."""
    file = resources() / "templates" / f"{service_line.value}.toml"
    return template_from_data(tomllib.loads(file.read_text(encoding="utf-8")))
