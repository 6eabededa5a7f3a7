"""Words over all that was recorded: what they find, what they add up to, and what they must not give away."""

from __future__ import annotations

import pytest

from engagedesk.services.commands.engagements import ClientFacts, EditClient
from engagedesk.services.commands.time import DeleteEntry
from engagedesk.services.queries.entry_search import EntrySearch, FoundEntries, search_entries
from tests.services.building import Desk


def found(desk: Desk, text: str, *, most: int = 200) -> FoundEntries:
    return desk.read(search_entries, EntrySearch(text, most))


@pytest.fixture
def searched(desk: Desk) -> Desk:
    desk.add("2024-02-06T09:00", "2024-02-06T10:30", code=desk.code("410118-10"), narrative="Stock count at Corby")
    desk.add("2026-11-20T09:00", "2026-11-20T10:00", code=desk.code("410118-10"), narrative="Stock count, 100 %")
    desk.add("2026-11-20T13:00", "2026-11-20T13:15", code=desk.code("ADM-010"), narrative="count_me")
    return desk


def test_every_word_must_stand_somewhere_in_an_entry(searched: Desk) -> None:
    both = found(searched, "STOCK harrowgate")
    assert [row.narrative for row in both.rows] == ["Stock count, 100 %", "Stock count at Corby"], "newest first"
    assert (both.count, both.seconds) == (2, 9_000)
    assert [row.narrative for row in found(searched, "corby 410118-10 group").rows] == ["Stock count at Corby"]
    assert found(searched, "corby ADM-010").rows == ()
    assert found(searched, "zebra") == FoundEntries(EntrySearch("zebra"), (), 0, 0)


@pytest.mark.parametrize(("text", "narratives"), [("100 %", 1), ("t_m", 1), ("\\", 0), ("'", 0), ("%", 1), ("_", 1)])
def test_signs_stand_for_themselves(searched: Desk, text: str, narratives: int) -> None:
    assert len(found(searched, text).rows) == narratives


def test_no_word_finds_everything_and_the_sum_counts_what_is_not_shown(searched: Desk) -> None:
    everything = found(searched, "  ")
    assert everything.count == len(everything.rows) == len(searched.rows()["time_entry"])
    first = found(searched, "", most=2)
    assert first.rows == everything.rows[:2]
    assert (first.count, first.seconds) == (everything.count, everything.seconds)
    exactly = found(searched, "", most=everything.count)
    assert (exactly.count, exactly.seconds) == (everything.count, everything.seconds)


def test_a_deleted_entry_is_not_found(searched: Desk) -> None:
    [row] = found(searched, "corby").rows
    searched.do(DeleteEntry(row.id, row.version))
    assert found(searched, "corby").rows == ()
    searched.undo()
    assert len(found(searched, "corby").rows) == 1


def test_a_hidden_client_is_found_by_its_code_name_alone(searched: Desk) -> None:
    assert found(searched, "harrowgate count").count == 2
    [client] = searched.ids("client", code_name="Juniper")
    searched.do(EditClient(client, ClientFacts("Harrowgate Foods plc", "Juniper", code_name_everywhere=True)))
    assert found(searched, "harrowgate count").count == 0, "what is found would tell who Juniper is"
    assert found(searched, "foods").count == 0
    assert [row.engagement for row in found(searched, "juniper count").rows] == ["Juniper", "Juniper"]


def test_long_and_odd_words_do_no_harm(searched: Desk) -> None:
    for text in ("count " * 10_000, "x" * 100_000, "\u202eevil\u202c", "\0", "🙂", '" OR 1=1 --'):
        assert found(searched, text).count >= 0
