"""Today's statements as SQLAlchemy compiles them; written by ``engagedesk.services.queries.freeze``."""
# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from typing import Final

from engagedesk.services.queries.asking import Column, Frozen, Question

FROZEN: Final[dict[Question, Frozen]] = {
    Question.DAY_STARTS: Frozen(
        'SELECT day_start_rule.valid_from, day_start_rule.start_min \n'
        'FROM day_start_rule ORDER BY day_start_rule.valid_from',
        {},
        (
            Column('valid_from', 'day'),
            Column('start_min', ''),
        ),
    ),
    Question.FIRM_PROFILE: Frozen(
        'SELECT firm_profile.data \n'
        'FROM firm_profile',
        {},
        (
            Column('data', 'json'),
        ),
    ),
    Question.ENTRIES: Frozen(
        'SELECT time_entry.id, time_entry.version, time_entry.work_day, time_entry.start_utc, time_entry.end_utc, time_entry.zone, time_entry.seconds, time_entry.engagement_id, CASE WHEN (client.code_name_everywhere OR (EXISTS (SELECT setting.id \n'
        'FROM setting \n'
        'WHERE setting."key" = \'privacy.code_names\' AND setting.value = \'true\')) AND NOT (EXISTS (SELECT setting.id \n'
        'FROM setting \n'
        'WHERE setting."key" = \'privacy.named_client\' AND setting.value = lower(hex(client.id))))) THEN CASE WHEN (client.code_name != \'\') THEN client.code_name ELSE \'Client \' || upper(substr(hex(client.id), -4)) END ELSE client.short_name END AS client, engagement.title, client.colour, time_entry.code_id, charge_code.code, charge_code.activity AS code_activity, charge_code.valid_from, charge_code.valid_to, charge_code.closed, time_entry.task_id, task.name AS task, time_entry.activity, time_entry.narrative, time_entry.chargeable, time_entry.state, time_entry.source, EXISTS (SELECT gate.id \n'
        'FROM gate \n'
        'WHERE gate.engagement_id = time_entry.engagement_id AND (gate.state = :state_1 OR gate.state = :state_2 AND gate.settled_on > time_entry.work_day)) AS open_gate, time_entry.returned_reason, time_entry.reverses_id \n'
        'FROM time_entry LEFT OUTER JOIN engagement ON engagement.id = time_entry.engagement_id LEFT OUTER JOIN client ON client.id = engagement.client_id LEFT OUTER JOIN charge_code ON charge_code.id = time_entry.code_id LEFT OUTER JOIN task ON task.id = time_entry.task_id \n'
        'WHERE time_entry.work_day >= :first AND time_entry.work_day <= :last OR time_entry.work_day < :first AND time_entry.work_day >= :reach AND time_entry.start_utc IS NOT NULL AND (time_entry.end_utc IS NULL OR time_entry.end_utc - time_entry.start_utc > :param_1 OR time_entry.work_day >= :near) ORDER BY time_entry.start_utc IS NULL, time_entry.start_utc',
        {'param_1': 79200, 'state_1': 'open', 'state_2': 'settled'},
        (
            Column('id', ''),
            Column('version', ''),
            Column('work_day', 'day'),
            Column('start_utc', ''),
            Column('end_utc', ''),
            Column('zone', ''),
            Column('seconds', ''),
            Column('engagement_id', ''),
            Column('client', ''),
            Column('title', ''),
            Column('colour', ''),
            Column('code_id', ''),
            Column('code', ''),
            Column('code_activity', ''),
            Column('valid_from', 'day'),
            Column('valid_to', 'day'),
            Column('closed', 'flag'),
            Column('task_id', ''),
            Column('task', ''),
            Column('activity', ''),
            Column('narrative', ''),
            Column('chargeable', 'flag'),
            Column('state', 'EntryState'),
            Column('source', 'EntrySource'),
            Column('open_gate', ''),
            Column('returned_reason', ''),
            Column('reverses_id', ''),
        ),
    ),
    Question.RUNNING: Frozen(
        'SELECT time_entry.id, time_entry.version, time_entry.work_day, time_entry.start_utc, time_entry.end_utc, time_entry.zone, time_entry.seconds, time_entry.engagement_id, CASE WHEN (client.code_name_everywhere OR (EXISTS (SELECT setting.id \n'
        'FROM setting \n'
        'WHERE setting."key" = \'privacy.code_names\' AND setting.value = \'true\')) AND NOT (EXISTS (SELECT setting.id \n'
        'FROM setting \n'
        'WHERE setting."key" = \'privacy.named_client\' AND setting.value = lower(hex(client.id))))) THEN CASE WHEN (client.code_name != \'\') THEN client.code_name ELSE \'Client \' || upper(substr(hex(client.id), -4)) END ELSE client.short_name END AS client, engagement.title, client.colour, time_entry.code_id, charge_code.code, charge_code.activity AS code_activity, charge_code.valid_from, charge_code.valid_to, charge_code.closed, time_entry.task_id, task.name AS task, time_entry.activity, time_entry.narrative, time_entry.chargeable, time_entry.state, time_entry.source, EXISTS (SELECT gate.id \n'
        'FROM gate \n'
        'WHERE gate.engagement_id = time_entry.engagement_id AND (gate.state = :state_1 OR gate.state = :state_2 AND gate.settled_on > time_entry.work_day)) AS open_gate, time_entry.returned_reason, time_entry.reverses_id, time_entry.last_activity_utc \n'
        'FROM time_entry LEFT OUTER JOIN engagement ON engagement.id = time_entry.engagement_id LEFT OUTER JOIN client ON client.id = engagement.client_id LEFT OUTER JOIN charge_code ON charge_code.id = time_entry.code_id LEFT OUTER JOIN task ON task.id = time_entry.task_id \n'
        'WHERE time_entry.end_utc IS NULL AND time_entry.start_utc IS NOT NULL',
        {'state_1': 'open', 'state_2': 'settled'},
        (
            Column('id', ''),
            Column('version', ''),
            Column('work_day', 'day'),
            Column('start_utc', ''),
            Column('end_utc', ''),
            Column('zone', ''),
            Column('seconds', ''),
            Column('engagement_id', ''),
            Column('client', ''),
            Column('title', ''),
            Column('colour', ''),
            Column('code_id', ''),
            Column('code', ''),
            Column('code_activity', ''),
            Column('valid_from', 'day'),
            Column('valid_to', 'day'),
            Column('closed', 'flag'),
            Column('task_id', ''),
            Column('task', ''),
            Column('activity', ''),
            Column('narrative', ''),
            Column('chargeable', 'flag'),
            Column('state', 'EntryState'),
            Column('source', 'EntrySource'),
            Column('open_gate', ''),
            Column('returned_reason', ''),
            Column('reverses_id', ''),
            Column('last_activity_utc', ''),
        ),
    ),
    Question.AWAITING: Frozen(
        'SELECT count(*) AS count, coalesce(sum(time_entry.seconds), :coalesce_1) AS seconds, min(time_entry.work_day) AS oldest \n'
        'FROM time_entry \n'
        'WHERE time_entry.code_id IS NULL AND time_entry.engagement_id IS NOT NULL',
        {'coalesce_1': 0},
        (
            Column('count', ''),
            Column('seconds', ''),
            Column('oldest', 'day'),
        ),
    ),
    Question.NOT_SUBMITTED: Frozen(
        'SELECT time_entry.work_day, sum(time_entry.seconds) AS seconds \n'
        'FROM time_entry \n'
        "WHERE time_entry.state IN ('draft', 'ready', 'returned') AND time_entry.work_day < :before GROUP BY time_entry.work_day",
        {},
        (
            Column('work_day', 'day'),
            Column('seconds', ''),
        ),
    ),
    Question.RECENT: Frozen(
        'SELECT time_entry.engagement_id, time_entry.code_id, time_entry.task_id, max(time_entry.changed_utc) AS last, CASE WHEN (client.code_name_everywhere OR (EXISTS (SELECT setting.id \n'
        'FROM setting \n'
        'WHERE setting."key" = \'privacy.code_names\' AND setting.value = \'true\')) AND NOT (EXISTS (SELECT setting.id \n'
        'FROM setting \n'
        'WHERE setting."key" = \'privacy.named_client\' AND setting.value = lower(hex(client.id))))) THEN CASE WHEN (client.code_name != \'\') THEN client.code_name ELSE \'Client \' || upper(substr(hex(client.id), -4)) END ELSE client.short_name END AS client, client.name, engagement.title, client.colour, charge_code.code, charge_code.activity, task.name AS task \n'
        'FROM time_entry LEFT OUTER JOIN engagement ON engagement.id = time_entry.engagement_id LEFT OUTER JOIN client ON client.id = engagement.client_id LEFT OUTER JOIN charge_code ON charge_code.id = time_entry.code_id LEFT OUTER JOIN task ON task.id = time_entry.task_id \n'
        'WHERE time_entry.work_day >= :since AND (engagement.id IS NULL OR engagement.state != :state_1) AND (time_entry.engagement_id IS NOT NULL OR time_entry.code_id IS NOT NULL) GROUP BY time_entry.engagement_id, time_entry.code_id, time_entry.task_id ORDER BY last DESC\n'
        ' LIMIT :most OFFSET :param_1',
        {'param_1': 0, 'state_1': 'archived'},
        (
            Column('engagement_id', ''),
            Column('code_id', ''),
            Column('task_id', ''),
            Column('last', ''),
            Column('client', ''),
            Column('name', ''),
            Column('title', ''),
            Column('colour', ''),
            Column('code', ''),
            Column('activity', ''),
            Column('task', ''),
        ),
    ),
    Question.WORKED_ON: Frozen(
        'SELECT time_entry.engagement_id, time_entry.code_id, time_entry.task_id, sum(time_entry.seconds) AS seconds \n'
        'FROM time_entry \n'
        'WHERE time_entry.work_day = :day GROUP BY time_entry.engagement_id, time_entry.code_id, time_entry.task_id',
        {},
        (
            Column('engagement_id', ''),
            Column('code_id', ''),
            Column('task_id', ''),
            Column('seconds', ''),
        ),
    ),
    Question.AWAY: Frozen(
        'SELECT away_period.id, away_period.start_utc, away_period.end_utc, away_period.zone, away_period.cause, away_period.answer, time_entry.id AS entry, time_entry.engagement_id, time_entry.code_id, time_entry.task_id, CASE WHEN (client.code_name_everywhere OR (EXISTS (SELECT setting.id \n'
        'FROM setting \n'
        'WHERE setting."key" = \'privacy.code_names\' AND setting.value = \'true\')) AND NOT (EXISTS (SELECT setting.id \n'
        'FROM setting \n'
        'WHERE setting."key" = \'privacy.named_client\' AND setting.value = lower(hex(client.id))))) THEN CASE WHEN (client.code_name != \'\') THEN client.code_name ELSE \'Client \' || upper(substr(hex(client.id), -4)) END ELSE client.short_name END AS client, engagement.title, client.colour, charge_code.code, charge_code.activity AS code_activity, task.name AS task \n'
        'FROM away_period LEFT OUTER JOIN time_entry ON time_entry.id = away_period.entry_id LEFT OUTER JOIN engagement ON engagement.id = time_entry.engagement_id LEFT OUTER JOIN client ON client.id = engagement.client_id LEFT OUTER JOIN charge_code ON charge_code.id = time_entry.code_id LEFT OUTER JOIN task ON task.id = time_entry.task_id \n'
        'WHERE away_period.answer IS NULL AND away_period.start_utc < :until AND (away_period.end_utc IS NULL OR away_period.end_utc > :since) ORDER BY away_period.start_utc, away_period.id',
        {},
        (
            Column('id', ''),
            Column('start_utc', ''),
            Column('end_utc', ''),
            Column('zone', ''),
            Column('cause', 'AwayCause'),
            Column('answer', 'AwayAnswer'),
            Column('entry', ''),
            Column('engagement_id', ''),
            Column('code_id', ''),
            Column('task_id', ''),
            Column('client', ''),
            Column('title', ''),
            Column('colour', ''),
            Column('code', ''),
            Column('code_activity', ''),
            Column('task', ''),
        ),
    ),
    Question.BREAKS: Frozen(
        'SELECT away_period.start_utc, away_period.end_utc \n'
        'FROM away_period \n'
        "WHERE away_period.answer = 'break' AND away_period.start_utc > :reach AND away_period.start_utc < :until AND away_period.end_utc > :since",
        {},
        (
            Column('start_utc', ''),
            Column('end_utc', ''),
        ),
    ),
}
