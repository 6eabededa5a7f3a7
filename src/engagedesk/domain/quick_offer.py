"""What quick entry offers while a line is typed: completions by recency, down to code and task, and the ghost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from engagedesk.domain.ids import CodeId, EngagementId, TaskId
from engagedesk.domain.quick_answer import Ask, Candidate, QuickAnswer, QuickContext, Understood
from engagedesk.domain.quick_match import Target, TargetCode, TargetTask, words_of

MOST: Final = 8
USES_OF_ONE: Final = 3
"""So many ways to book on one engagement are offered, before others come to word."""
_HASH: Final = re.compile(r"(?:^|[\s,])#([^\s#,]+)$")
_WORD: Final = re.compile(r"\s*(\S+)")


@dataclass(frozen=True, slots=True)
class LateUse:
    """Code and task that time was booked on lately; ``seconds`` are those of ``day``, its last one."""

    engagement: EngagementId | None
    code: CodeId | None
    task: TaskId | None
    day: date
    seconds: int


@dataclass(frozen=True, slots=True)
class Offer:
    """One line under the field. ``text`` is the whole line with it; ``target`` None = the answer to a question."""

    label: str
    text: str
    target: Target | None = None
    code: TargetCode | None = None
    task: TargetTask | None = None
    use: LateUse | None = None
    named: int = 0
    """How many typed words name its task."""


def offers(answer: QuickAnswer, line: str, lately: Sequence[LateUse]) -> tuple[Offer, ...]:
    """Return what may be meant, the answers to a question first; what is used often comes with its code and task.

    A task that the line names comes before more recent ones that it does not name.
    """
    asked = answer.candidates if isinstance(answer, Ask) else ()
    found: list[Offer] = []
    seen = {line.strip()}
    candidates = {c.text: c for c in (*asked, *answer.completions)}
    for candidate in candidates.values():
        for offer in _unfolded(candidate, lately):
            if offer.text not in seen:
                seen.add(offer.text)
                found.append(offer)
    return tuple(sorted(found, key=lambda offer: -offer.named)[:MOST])


def _unfolded(candidate: Candidate, lately: Sequence[LateUse]) -> Iterator[Offer]:
    target = candidate.target
    if target is None:
        yield Offer(candidate.label, candidate.text)
        return
    uses = [use for use in lately if _is_of(use, target, candidate.code)]
    if target.engagement is None or not uses:
        code = candidate.code or (target.codes[0] if len(target.codes) == 1 else None)
        yield Offer(candidate.label, candidate.text, target, code, use=uses[0] if uses else None)
        return
    tasks = {task.id: task for task in target.tasks}
    codes = {code.id: code for code in target.codes}
    made = []
    for place, use in enumerate(uses):
        code = None if use.code is None else codes.get(use.code)
        task = None if use.task is None else tasks.get(use.task)
        if (use.code is None or code is not None) and (use.task is None or task is not None):
            text, named = _line_with(candidate, code, task)
            made.append((-named, place, Offer(candidate.label, text, target, code, task, use, named)))
    if not made:
        yield Offer(candidate.label, candidate.text, target, candidate.code)
    for _named, _place, offer in sorted(made, key=lambda one: one[:2])[:USES_OF_ONE]:
        yield offer


def _is_of(use: LateUse, target: Target, code: TargetCode | None) -> bool:
    if code is not None:
        return use.code == code.id
    if target.engagement is None:
        return use.engagement is None and any(use.code == c.id for c in target.codes)
    return use.engagement == target.engagement


def _line_with(candidate: Candidate, code: TargetCode | None, task: TargetTask | None) -> tuple[str, int]:
    """Return the line with client, code and task put in, and how many typed words named the task."""
    before, put, after = (
        candidate.text[: candidate.first],
        candidate.text[candidate.first : candidate.last],
        candidate.text[candidate.last :],
    )
    after, named = _without_task(after, task)
    parts = [
        put if code is None or code.code == put else f"{_short(put)} {code.code}",
        "" if task is None else task.name,
    ]
    return before + " ".join(part for part in parts if part) + after, named


def _short(put: str) -> str:
    """Return the first word of what names an engagement: beside its code that is enough."""
    return put.split(maxsplit=1)[0] if put.split() else put


def _without_task(after: str, task: TargetTask | None) -> tuple[str, int]:
    """Return the rest of a line without the words that begin words of the task's name, and how many those were."""
    if task is None:
        return after, 0
    names = words_of(task.name)
    named = 0
    while match := _WORD.match(after):
        pieces = words_of(match[1])
        if "," in match[1][:-1] or not pieces or not all(any(n.startswith(p) for n in names) for p in pieces):
            break
        named += 1
        after = ("," if match[1].endswith(",") else "") + after[match.end() :]
        if after.startswith(","):
            break
    return after, named


def ghost(text: str, answer: QuickAnswer, found: Sequence[Offer], context: QuickContext) -> str:
    """Return what Tab adds at the line's end: the rest of an activity, a name, or a task; "" = nothing."""
    if not text.strip() or text.endswith(" "):
        return ""
    if match := _HASH.search(text):
        return _rest_of_activity(match[1], answer, context)
    typed = text.casefold()
    for offer in found:
        if len(offer.text) > len(text) and offer.text.casefold().startswith(typed):
            return offer.text[len(text) :]
    return _rest_of_task(text, answer)


def _rest_of_activity(typed: str, answer: QuickAnswer, context: QuickContext) -> str:
    own = answer.target.codes if isinstance(answer, Understood) else ()
    known = dict.fromkeys([*(c.activity for c in own), *context.activities])
    for activity in known:
        tag = "-".join(activity.split())
        if len(tag) > len(typed) and tag.casefold().startswith(typed.casefold()):
            return tag[len(typed) :]
    return ""


def _rest_of_task(text: str, answer: QuickAnswer) -> str:
    """Return the rest of a task's name whose beginning ends the line, before any comma."""
    if not isinstance(answer, Understood) or "," in text:
        return ""
    typed = text.casefold()
    for task in answer.target.tasks:
        name = task.name.casefold()
        for length in range(len(name) - 1, 2, -1):
            start = len(typed) - length
            if typed.endswith(name[:length]) and start > 0 and typed[start - 1] == " ":
                return task.name[length:]
    return ""
