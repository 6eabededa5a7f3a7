CREATE TABLE accepted_difference (
	work_day TEXT NOT NULL,
	code TEXT NOT NULL,
	worked_s INTEGER NOT NULL,
	recorded_s INTEGER NOT NULL,
	note TEXT NOT NULL,
	accepted_utc INTEGER NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_accepted_difference PRIMARY KEY (id),
	CONSTRAINT uq_accepted_difference_work_day_code UNIQUE (work_day, code)
)
 STRICT
-- end
CREATE TABLE activity (
	start_utc INTEGER NOT NULL,
	end_utc INTEGER NOT NULL,
	app TEXT NOT NULL,
	title TEXT NOT NULL,
	engagement_id BLOB,
	CONSTRAINT pk_activity PRIMARY KEY (start_utc),
	CONSTRAINT ck_activity_span CHECK (end_utc >= start_utc)
)
 STRICT
-- end
CREATE TABLE attachment (
	sha256 BLOB NOT NULL,
	size INTEGER NOT NULL,
	media_type TEXT NOT NULL,
	added_utc INTEGER NOT NULL,
	content BLOB NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_attachment PRIMARY KEY (id),
	CONSTRAINT uq_attachment_sha256 UNIQUE (sha256),
	CONSTRAINT ck_attachment_content CHECK (length(sha256) = 32 AND length(content) = size AND size <= 26214400)
)
 STRICT
-- end
CREATE TABLE audit (
	seq INTEGER NOT NULL,
	at_utc INTEGER NOT NULL,
	who TEXT NOT NULL,
	command TEXT NOT NULL,
	command_class TEXT NOT NULL,
	reason TEXT NOT NULL,
	payload BLOB,
	salt BLOB,
	digest BLOB NOT NULL,
	chain BLOB NOT NULL,
	CONSTRAINT pk_audit PRIMARY KEY (seq)
)
 STRICT
-- end
CREATE TABLE audit_touch (
	record_id BLOB NOT NULL,
	seq INTEGER NOT NULL,
	CONSTRAINT pk_audit_touch PRIMARY KEY (record_id, seq),
	CONSTRAINT fk_audit_touch_seq_audit FOREIGN KEY(seq) REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
-- end
CREATE TABLE away_period (
	entry_id BLOB NOT NULL,
	start_utc INTEGER NOT NULL,
	end_utc INTEGER,
	zone TEXT NOT NULL,
	cause TEXT NOT NULL,
	answer TEXT,
	answered_utc INTEGER,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_away_period PRIMARY KEY (id),
	CONSTRAINT ck_away_period_span CHECK (end_utc IS NULL OR end_utc >= start_utc),
	CONSTRAINT ck_away_period_answered CHECK (answer IS NULL OR end_utc IS NOT NULL)
)
 STRICT
-- end
CREATE TABLE baseline (
	engagement_id BLOB,
	name TEXT NOT NULL,
	taken_utc INTEGER NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_baseline PRIMARY KEY (id),
	CONSTRAINT fk_baseline_engagement_id_engagement FOREIGN KEY(engagement_id) REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE TABLE baseline_item (
	baseline_id BLOB NOT NULL,
	engagement_id BLOB NOT NULL,
	item_kind TEXT NOT NULL,
	item_id BLOB NOT NULL,
	name TEXT NOT NULL,
	starts_civil INTEGER NOT NULL,
	ends_civil INTEGER NOT NULL,
	estimate_s INTEGER,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_baseline_item PRIMARY KEY (id),
	CONSTRAINT uq_baseline_item_baseline_id_item_id UNIQUE (baseline_id, item_id),
	CONSTRAINT fk_baseline_item_baseline_id_baseline FOREIGN KEY(baseline_id) REFERENCES baseline (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_baseline_item_engagement_id_engagement FOREIGN KEY(engagement_id) REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE TABLE booking (
	engagement_id BLOB NOT NULL,
	task_id BLOB,
	person_id BLOB NOT NULL,
	percent INTEGER NOT NULL,
	starts TEXT,
	ends TEXT,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_booking PRIMARY KEY (id),
	CONSTRAINT ck_booking_percent CHECK (percent BETWEEN 1 AND 200),
	CONSTRAINT ck_booking_when CHECK (task_id IS NOT NULL OR (starts IS NOT NULL AND ends IS NOT NULL)),
	CONSTRAINT ck_booking_dates CHECK (starts IS NULL OR ends IS NULL OR starts <= ends),
	CONSTRAINT fk_booking_engagement_id_engagement FOREIGN KEY(engagement_id) REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_booking_task_id_task FOREIGN KEY(task_id) REFERENCES task (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_booking_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE TABLE budget (
	engagement_id BLOB NOT NULL,
	number INTEGER NOT NULL,
	reason TEXT NOT NULL,
	made_utc INTEGER NOT NULL,
	as_of TEXT NOT NULL,
	currency TEXT NOT NULL,
	fx_micro INTEGER NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_budget PRIMARY KEY (id),
	CONSTRAINT uq_budget_engagement_id_number UNIQUE (engagement_id, number),
	CONSTRAINT ck_budget_number CHECK (number >= 1),
	CONSTRAINT ck_budget_fx CHECK (fx_micro > 0),
	CONSTRAINT fk_budget_engagement_id_engagement FOREIGN KEY(engagement_id) REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE TABLE budget_alert (
	engagement_id BLOB NOT NULL,
	budget_id BLOB NOT NULL,
	kind TEXT NOT NULL,
	percent INTEGER NOT NULL,
	crossed_utc INTEGER NOT NULL,
	crossed_on TEXT NOT NULL,
	actual_s INTEGER NOT NULL,
	actual_minor INTEGER NOT NULL,
	eac_minor INTEGER NOT NULL,
	change_s INTEGER NOT NULL,
	cause TEXT NOT NULL,
	acknowledged_utc INTEGER,
	note TEXT NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_budget_alert PRIMARY KEY (id),
	CONSTRAINT uq_budget_alert_budget_id_kind_percent UNIQUE (budget_id, kind, percent),
	CONSTRAINT fk_budget_alert_engagement_id_engagement FOREIGN KEY(engagement_id) REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_budget_alert_budget_id_budget FOREIGN KEY(budget_id) REFERENCES budget (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE TABLE budget_line (
	budget_id BLOB NOT NULL,
	phase_id BLOB,
	grade TEXT NOT NULL,
	seconds INTEGER NOT NULL,
	amount_minor INTEGER NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_budget_line PRIMARY KEY (id),
	CONSTRAINT ck_budget_line_not_negative CHECK (seconds >= 0 AND amount_minor >= 0),
	CONSTRAINT fk_budget_line_budget_id_budget FOREIGN KEY(budget_id) REFERENCES budget (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_budget_line_phase_id_phase FOREIGN KEY(phase_id) REFERENCES phase (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE TABLE budget_rule (
	engagement_id BLOB NOT NULL,
	used_percents TEXT NOT NULL,
	eac_over_percent INTEGER,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_budget_rule PRIMARY KEY (id),
	CONSTRAINT uq_budget_rule_engagement_id UNIQUE (engagement_id),
	CONSTRAINT ck_budget_rule_eac CHECK (eac_over_percent IS NULL OR eac_over_percent BETWEEN 0 AND 1000),
	CONSTRAINT fk_budget_rule_engagement_id_engagement FOREIGN KEY(engagement_id) REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE TABLE calendar_event (
	kind TEXT NOT NULL,
	person_id BLOB,
	engagement_id BLOB,
	starts TEXT NOT NULL,
	ends TEXT NOT NULL,
	day_s INTEGER,
	name TEXT NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_calendar_event PRIMARY KEY (id),
	CONSTRAINT ck_calendar_event_dates CHECK (starts <= ends),
	CONSTRAINT ck_calendar_event_day CHECK (day_s IS NULL OR day_s BETWEEN 0 AND 86400),
	CONSTRAINT fk_calendar_event_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_calendar_event_engagement_id_engagement FOREIGN KEY(engagement_id) REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE TABLE charge_code (
	engagement_id BLOB,
	code TEXT NOT NULL,
	activity TEXT NOT NULL,
	valid_from TEXT,
	valid_to TEXT,
	closed INTEGER NOT NULL,
	closed_on TEXT,
	chargeable INTEGER NOT NULL,
	billable INTEGER NOT NULL,
	non_client TEXT,
	position INTEGER NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_charge_code PRIMARY KEY (id),
	CONSTRAINT ck_charge_code_owner CHECK ((engagement_id IS NULL) <> (non_client IS NULL)),
	CONSTRAINT ck_charge_code_validity CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to),
	CONSTRAINT uq_charge_code_code UNIQUE (code),
	CONSTRAINT fk_charge_code_engagement_id_engagement FOREIGN KEY(engagement_id) REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE TABLE client (
	name TEXT NOT NULL,
	code_name TEXT NOT NULL,
	short_name TEXT NOT NULL,
	colour INTEGER NOT NULL,
	code_name_everywhere INTEGER NOT NULL,
	preferences TEXT NOT NULL,
	note TEXT NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_client PRIMARY KEY (id)
)
 STRICT
-- end
CREATE TABLE contact (
	client_id BLOB NOT NULL,
	name TEXT NOT NULL,
	role TEXT NOT NULL,
	email TEXT NOT NULL,
	phone TEXT NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_contact PRIMARY KEY (id),
	CONSTRAINT fk_contact_client_id_client FOREIGN KEY(client_id) REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE TABLE day_start_rule (
	valid_from TEXT NOT NULL,
	start_min INTEGER NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_day_start_rule PRIMARY KEY (id),
	CONSTRAINT uq_day_start_rule_valid_from UNIQUE (valid_from),
	CONSTRAINT ck_day_start_rule_range CHECK (start_min BETWEEN 0 AND 1439)
)
 STRICT
-- end
CREATE TABLE deliverable (
	engagement_id BLOB NOT NULL,
	phase_id BLOB,
	name TEXT NOT NULL,
	due TEXT NOT NULL,
	deadline TEXT,
	state TEXT NOT NULL,
	owner_id BLOB,
	estimate_s INTEGER,
	progress_percent INTEGER NOT NULL,
	done_on TEXT,
	pinned INTEGER NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_deliverable PRIMARY KEY (id),
	CONSTRAINT ck_deliverable_progress CHECK (progress_percent BETWEEN 0 AND 100),
	CONSTRAINT ck_deliverable_not_negative CHECK (estimate_s >= 0),
	CONSTRAINT fk_deliverable_engagement_id_engagement FOREIGN KEY(engagement_id) REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_deliverable_phase_id_phase FOREIGN KEY(phase_id) REFERENCES phase (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_deliverable_owner_id_person FOREIGN KEY(owner_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE TABLE engagement (
	client_id BLOB NOT NULL,
	title TEXT NOT NULL,
	service_line TEXT NOT NULL,
	kind TEXT NOT NULL,
	state TEXT NOT NULL,
	fee TEXT NOT NULL,
	fee_minor INTEGER,
	fee_cap_minor INTEGER,
	currency TEXT NOT NULL,
	local_currency TEXT NOT NULL,
	contract TEXT NOT NULL,
	period_end TEXT,
	starts TEXT,
	ends TEXT,
	priority INTEGER NOT NULL,
	eqr TEXT NOT NULL,
	my_role TEXT NOT NULL,
	rate_card_id BLOB,
	note TEXT NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_engagement PRIMARY KEY (id),
	CONSTRAINT ck_engagement_dates CHECK (starts IS NULL OR ends IS NULL OR starts <= ends),
	CONSTRAINT ck_engagement_fee CHECK (fee_minor IS NULL OR fee_minor >= 0),
	CONSTRAINT fk_engagement_client_id_client FOREIGN KEY(client_id) REFERENCES client (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_engagement_rate_card_id_rate_card FOREIGN KEY(rate_card_id) REFERENCES rate_card (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE TABLE entered_line (
	work_day TEXT NOT NULL,
	code TEXT NOT NULL,
	activity TEXT NOT NULL,
	seconds INTEGER NOT NULL,
	narrative TEXT NOT NULL,
	entered_utc INTEGER NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_entered_line PRIMARY KEY (id),
	CONSTRAINT uq_entered_line_work_day_code_activity UNIQUE (work_day, code, activity)
)
 STRICT
-- end
CREATE TABLE excess_hours (
	engagement_id BLOB NOT NULL,
	phase_id BLOB,
	grade TEXT NOT NULL,
	day TEXT NOT NULL,
	seconds INTEGER NOT NULL,
	cause TEXT NOT NULL,
	note TEXT NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_excess_hours PRIMARY KEY (id),
	CONSTRAINT ck_excess_hours_seconds CHECK (seconds > 0),
	CONSTRAINT fk_excess_hours_engagement_id_engagement FOREIGN KEY(engagement_id) REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_excess_hours_phase_id_phase FOREIGN KEY(phase_id) REFERENCES phase (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE TABLE firm_profile (
	name TEXT NOT NULL,
	data TEXT NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_firm_profile PRIMARY KEY (id)
)
 STRICT
-- end
CREATE TABLE fx_rate (
	base TEXT NOT NULL,
	quote TEXT NOT NULL,
	valid_from TEXT NOT NULL,
	micro INTEGER NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_fx_rate PRIMARY KEY (id),
	CONSTRAINT uq_fx_rate_base_quote_valid_from UNIQUE (base, quote, valid_from),
	CONSTRAINT ck_fx_rate_rate CHECK (micro > 0 AND base <> quote)
)
 STRICT
-- end
CREATE TABLE gate (
	engagement_id BLOB NOT NULL,
	kind TEXT NOT NULL,
	state TEXT NOT NULL,
	settled_on TEXT,
	note TEXT NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_gate PRIMARY KEY (id),
	CONSTRAINT uq_gate_engagement_id_kind UNIQUE (engagement_id, kind),
	CONSTRAINT fk_gate_engagement_id_engagement FOREIGN KEY(engagement_id) REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE TABLE import_batch (
	kind TEXT NOT NULL,
	product TEXT NOT NULL,
	file_name TEXT NOT NULL,
	file_sha256 BLOB NOT NULL,
	as_of TEXT,
	imported_utc INTEGER NOT NULL,
	undone_utc INTEGER,
	created INTEGER NOT NULL,
	unchanged INTEGER NOT NULL,
	updated INTEGER NOT NULL,
	rejected INTEGER NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_import_batch PRIMARY KEY (id)
)
 STRICT
-- end
CREATE TABLE import_key (
	"key" BLOB NOT NULL,
	kind TEXT NOT NULL,
	record_id BLOB NOT NULL,
	batch_id BLOB NOT NULL,
	row_hash BLOB NOT NULL,
	CONSTRAINT pk_import_key PRIMARY KEY ("key"),
	CONSTRAINT fk_import_key_batch_id_import_batch FOREIGN KEY(batch_id) REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT
-- end
CREATE TABLE import_mapping (
	name TEXT NOT NULL,
	data TEXT NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_import_mapping PRIMARY KEY (id),
	CONSTRAINT uq_import_mapping_name UNIQUE (name)
)
 STRICT
-- end
CREATE TABLE milestone (
	engagement_id BLOB NOT NULL,
	phase_id BLOB,
	name TEXT NOT NULL,
	due TEXT NOT NULL,
	done_on TEXT,
	deadline TEXT,
	pinned INTEGER NOT NULL,
	owner_id BLOB,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_milestone PRIMARY KEY (id),
	CONSTRAINT fk_milestone_engagement_id_engagement FOREIGN KEY(engagement_id) REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_milestone_phase_id_phase FOREIGN KEY(phase_id) REFERENCES phase (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_milestone_owner_id_person FOREIGN KEY(owner_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE TABLE outbox (
	id BLOB NOT NULL,
	target_id BLOB NOT NULL,
	kind TEXT NOT NULL,
	record_id BLOB NOT NULL,
	record_version INTEGER NOT NULL,
	operation TEXT NOT NULL,
	state TEXT NOT NULL,
	created_utc INTEGER NOT NULL,
	payload BLOB,
	payload_sha256 BLOB,
	attempt INTEGER NOT NULL,
	lease_until_utc INTEGER,
	remote_id TEXT,
	reason TEXT NOT NULL,
	CONSTRAINT pk_outbox PRIMARY KEY (id),
	CONSTRAINT ck_outbox_operation CHECK (operation IN ('create', 'update', 'delete')),
	CONSTRAINT ck_outbox_state CHECK (state IN ('queued', 'claimed', 'done', 'rejected', 'unknown')),
	CONSTRAINT fk_outbox_target_id_sync_target FOREIGN KEY(target_id) REFERENCES sync_target (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE TABLE person (
	name TEXT NOT NULL,
	email TEXT NOT NULL,
	staff_key TEXT NOT NULL,
	is_me INTEGER NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_person PRIMARY KEY (id)
)
 STRICT
-- end
CREATE TABLE person_grade (
	person_id BLOB NOT NULL,
	grade TEXT NOT NULL,
	valid_from TEXT NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_person_grade PRIMARY KEY (id),
	CONSTRAINT uq_person_grade_person_id_valid_from UNIQUE (person_id, valid_from),
	CONSTRAINT fk_person_grade_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE TABLE phase (
	engagement_id BLOB NOT NULL,
	name TEXT NOT NULL,
	position INTEGER NOT NULL,
	starts TEXT,
	ends TEXT,
	state TEXT NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_phase PRIMARY KEY (id),
	CONSTRAINT fk_phase_engagement_id_engagement FOREIGN KEY(engagement_id) REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE TABLE plan_link (
	from_kind TEXT NOT NULL,
	from_id BLOB NOT NULL,
	to_kind TEXT NOT NULL,
	to_id BLOB NOT NULL,
	kind TEXT NOT NULL,
	lag_s INTEGER NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_plan_link PRIMARY KEY (id),
	CONSTRAINT ck_plan_link_ends CHECK (from_id <> to_id),
	CONSTRAINT uq_plan_link_from_id_to_id_kind UNIQUE (from_id, to_id, kind)
)
 STRICT
-- end
CREATE TABLE rate_card (
	name TEXT NOT NULL,
	currency TEXT NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_rate_card PRIMARY KEY (id)
)
 STRICT
-- end
CREATE TABLE rate_line (
	card_id BLOB NOT NULL,
	grade TEXT NOT NULL,
	valid_from TEXT NOT NULL,
	charge_minor_per_h INTEGER NOT NULL,
	cost_minor_per_h INTEGER NOT NULL,
	engagement_id BLOB,
	person_id BLOB,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_rate_line PRIMARY KEY (id),
	CONSTRAINT ck_rate_line_not_negative CHECK (charge_minor_per_h >= 0 AND cost_minor_per_h >= 0),
	CONSTRAINT fk_rate_line_card_id_rate_card FOREIGN KEY(card_id) REFERENCES rate_card (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_rate_line_engagement_id_engagement FOREIGN KEY(engagement_id) REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_rate_line_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE TABLE recorded_line (
	batch_id BLOB NOT NULL,
	person_id BLOB NOT NULL,
	engagement_id BLOB,
	code_id BLOB,
	code TEXT NOT NULL,
	work_day TEXT NOT NULL,
	seconds INTEGER NOT NULL,
	status TEXT NOT NULL,
	narrative TEXT NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_recorded_line PRIMARY KEY (id),
	CONSTRAINT fk_recorded_line_batch_id_import_batch FOREIGN KEY(batch_id) REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_recorded_line_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_recorded_line_engagement_id_engagement FOREIGN KEY(engagement_id) REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_recorded_line_code_id_charge_code FOREIGN KEY(code_id) REFERENCES charge_code (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE TABLE saved_view (
	page TEXT NOT NULL,
	name TEXT NOT NULL,
	data TEXT NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_saved_view PRIMARY KEY (id),
	CONSTRAINT uq_saved_view_page_name UNIQUE (page, name)
)
 STRICT
-- end
CREATE TABLE setting (
	"key" TEXT NOT NULL,
	value TEXT NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_setting PRIMARY KEY (id),
	CONSTRAINT uq_setting_key UNIQUE ("key")
)
 STRICT
-- end
CREATE TABLE store_meta (
	"key" TEXT NOT NULL,
	value TEXT NOT NULL,
	CONSTRAINT pk_store_meta PRIMARY KEY ("key")
)
 STRICT
-- end
CREATE TABLE suggestion_answer (
	id BLOB NOT NULL,
	at_utc INTEGER NOT NULL,
	day TEXT NOT NULL,
	source TEXT NOT NULL,
	engagement_id BLOB,
	code_id BLOB,
	task_id BLOB,
	start_utc INTEGER NOT NULL,
	end_utc INTEGER NOT NULL,
	accepted INTEGER NOT NULL,
	entry_id BLOB,
	CONSTRAINT pk_suggestion_answer PRIMARY KEY (id)
)
 STRICT
-- end
CREATE TABLE sync_target (
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	url TEXT NOT NULL,
	start_day TEXT NOT NULL,
	enabled INTEGER NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_sync_target PRIMARY KEY (id),
	CONSTRAINT uq_sync_target_name UNIQUE (name)
)
 STRICT
-- end
CREATE TABLE task (
	engagement_id BLOB NOT NULL,
	phase_id BLOB,
	name TEXT NOT NULL,
	position INTEGER NOT NULL,
	estimate_s INTEGER,
	due TEXT,
	done_on TEXT,
	basis TEXT NOT NULL,
	duration_s INTEGER,
	demand_percent INTEGER NOT NULL,
	owner_id BLOB,
	role TEXT NOT NULL,
	starts_civil INTEGER,
	ends_civil INTEGER,
	earliest TEXT,
	deadline TEXT,
	pinned INTEGER NOT NULL,
	started_on TEXT,
	progress_percent INTEGER NOT NULL,
	remaining_s INTEGER,
	note TEXT NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_task PRIMARY KEY (id),
	CONSTRAINT ck_task_place CHECK ((starts_civil IS NULL) = (ends_civil IS NULL) AND starts_civil <= ends_civil),
	CONSTRAINT ck_task_demand CHECK (demand_percent BETWEEN 1 AND 100),
	CONSTRAINT ck_task_progress CHECK (progress_percent BETWEEN 0 AND 100),
	CONSTRAINT ck_task_not_negative CHECK (estimate_s >= 0 AND duration_s >= 0 AND remaining_s >= 0),
	CONSTRAINT fk_task_engagement_id_engagement FOREIGN KEY(engagement_id) REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_task_phase_id_phase FOREIGN KEY(phase_id) REFERENCES phase (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_task_owner_id_person FOREIGN KEY(owner_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE TABLE team_member (
	engagement_id BLOB NOT NULL,
	person_id BLOB NOT NULL,
	role TEXT NOT NULL,
	starts TEXT,
	ends TEXT,
	planned_s INTEGER,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_team_member PRIMARY KEY (id),
	CONSTRAINT uq_team_member_engagement_id_person_id_role UNIQUE (engagement_id, person_id, role),
	CONSTRAINT fk_team_member_engagement_id_engagement FOREIGN KEY(engagement_id) REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_team_member_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE TABLE time_entry (
	work_day TEXT NOT NULL,
	start_utc INTEGER,
	end_utc INTEGER,
	zone TEXT NOT NULL,
	seconds INTEGER NOT NULL,
	engagement_id BLOB,
	code_id BLOB,
	phase_id BLOB,
	task_id BLOB,
	activity TEXT NOT NULL,
	narrative TEXT NOT NULL,
	chargeable INTEGER NOT NULL,
	state TEXT NOT NULL,
	source TEXT NOT NULL,
	returned_reason TEXT NOT NULL,
	reverses_id BLOB,
	batch_id BLOB,
	changed_utc INTEGER NOT NULL,
	last_activity_utc INTEGER,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_time_entry PRIMARY KEY (id),
	CONSTRAINT ck_time_entry_span CHECK ((start_utc IS NULL AND end_utc IS NULL) OR (end_utc IS NULL AND seconds = 0) OR (start_utc IS NOT NULL AND end_utc >= start_utc AND seconds = end_utc - start_utc)),
	CONSTRAINT ck_time_entry_negative CHECK (seconds >= 0 OR reverses_id IS NOT NULL),
	CONSTRAINT fk_time_entry_engagement_id_engagement FOREIGN KEY(engagement_id) REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_time_entry_code_id_charge_code FOREIGN KEY(code_id) REFERENCES charge_code (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_time_entry_phase_id_phase FOREIGN KEY(phase_id) REFERENCES phase (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_time_entry_task_id_task FOREIGN KEY(task_id) REFERENCES task (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_time_entry_reverses_id_time_entry FOREIGN KEY(reverses_id) REFERENCES time_entry (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_time_entry_batch_id_import_batch FOREIGN KEY(batch_id) REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE TABLE timesheet (
	first_day TEXT NOT NULL,
	last_day TEXT NOT NULL,
	state TEXT NOT NULL,
	changed_utc INTEGER NOT NULL,
	reason TEXT NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_timesheet PRIMARY KEY (id),
	CONSTRAINT uq_timesheet_first_day_last_day UNIQUE (first_day, last_day)
)
 STRICT
-- end
CREATE TABLE typed_estimate (
	engagement_id BLOB NOT NULL,
	phase_id BLOB,
	grade TEXT NOT NULL,
	seconds INTEGER NOT NULL,
	typed_utc INTEGER NOT NULL,
	note TEXT NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_typed_estimate PRIMARY KEY (id),
	CONSTRAINT ck_typed_estimate_not_negative CHECK (seconds >= 0),
	CONSTRAINT fk_typed_estimate_engagement_id_engagement FOREIGN KEY(engagement_id) REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_typed_estimate_phase_id_phase FOREIGN KEY(phase_id) REFERENCES phase (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE TABLE view_state (
	"key" TEXT NOT NULL,
	value TEXT NOT NULL,
	CONSTRAINT pk_view_state PRIMARY KEY ("key")
)
 STRICT
-- end
CREATE TABLE work_pattern (
	person_id BLOB,
	valid_from TEXT NOT NULL,
	valid_to TEXT,
	country TEXT NOT NULL,
	subdivision TEXT NOT NULL,
	week TEXT NOT NULL,
	id BLOB NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_work_pattern PRIMARY KEY (id),
	CONSTRAINT ck_work_pattern_dates CHECK (valid_to IS NULL OR valid_from <= valid_to),
	CONSTRAINT fk_work_pattern_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
-- end
CREATE INDEX ix_away_period_start_utc ON away_period (start_utc)
-- end
CREATE INDEX ix_away_period_unanswered ON away_period (start_utc) WHERE answer IS NULL
-- end
CREATE INDEX ix_baseline_engagement_id ON baseline (engagement_id)
-- end
CREATE INDEX ix_baseline_item_engagement_id ON baseline_item (engagement_id)
-- end
CREATE INDEX ix_booking_engagement_id ON booking (engagement_id)
-- end
CREATE INDEX ix_booking_person_id ON booking (person_id)
-- end
CREATE INDEX ix_booking_task_id ON booking (task_id) WHERE task_id IS NOT NULL
-- end
CREATE INDEX ix_budget_alert_engagement_id ON budget_alert (engagement_id, crossed_utc)
-- end
CREATE INDEX ix_budget_line_phase_id ON budget_line (phase_id)
-- end
CREATE INDEX ix_calendar_event_engagement_id ON calendar_event (engagement_id) WHERE engagement_id IS NOT NULL
-- end
CREATE INDEX ix_calendar_event_person_id_starts ON calendar_event (person_id, starts)
-- end
CREATE INDEX ix_charge_code_engagement_id ON charge_code (engagement_id)
-- end
CREATE INDEX ix_contact_client_id ON contact (client_id)
-- end
CREATE INDEX ix_deliverable_engagement_id_due ON deliverable (engagement_id, due)
-- end
CREATE INDEX ix_engagement_client_id ON engagement (client_id)
-- end
CREATE INDEX ix_engagement_state ON engagement (state)
-- end
CREATE INDEX ix_excess_hours_engagement_id ON excess_hours (engagement_id)
-- end
CREATE INDEX ix_excess_hours_phase_id ON excess_hours (phase_id)
-- end
CREATE INDEX ix_import_key_batch_id ON import_key (batch_id)
-- end
CREATE INDEX ix_milestone_engagement_id_due ON milestone (engagement_id, due)
-- end
CREATE INDEX ix_outbox_waiting ON outbox (target_id, record_id) WHERE state <> 'done'
-- end
CREATE INDEX ix_person_staff_key ON person (staff_key)
-- end
CREATE INDEX ix_phase_engagement_id_position ON phase (engagement_id, position)
-- end
CREATE INDEX ix_plan_link_to_id ON plan_link (to_id)
-- end
CREATE INDEX ix_rate_line_card_id_grade_valid_from ON rate_line (card_id, grade, valid_from)
-- end
CREATE INDEX ix_recorded_line_batch_id ON recorded_line (batch_id)
-- end
CREATE INDEX ix_recorded_line_code_id_work_day ON recorded_line (code_id, work_day)
-- end
CREATE INDEX ix_recorded_line_engagement_id ON recorded_line (engagement_id, person_id, seconds)
-- end
CREATE INDEX ix_recorded_line_person_id_work_day ON recorded_line (person_id, work_day)
-- end
CREATE INDEX ix_suggestion_answer_at_utc ON suggestion_answer (at_utc)
-- end
CREATE INDEX ix_task_engagement_id_position ON task (engagement_id, position)
-- end
CREATE INDEX ix_task_owner_id ON task (owner_id) WHERE owner_id IS NOT NULL
-- end
CREATE INDEX ix_team_member_person_id ON team_member (person_id)
-- end
CREATE INDEX ix_time_entry_awaiting ON time_entry (work_day, seconds) WHERE code_id IS NULL
-- end
CREATE INDEX ix_time_entry_batch_id ON time_entry (batch_id)
-- end
CREATE INDEX ix_time_entry_code_id_work_day ON time_entry (code_id, work_day, seconds)
-- end
CREATE INDEX ix_time_entry_engagement_id_work_day ON time_entry (engagement_id, work_day, seconds)
-- end
CREATE INDEX ix_time_entry_open ON time_entry (work_day, seconds) WHERE state IN ('draft', 'ready', 'returned')
-- end
CREATE INDEX ix_time_entry_phase_id ON time_entry (phase_id) WHERE phase_id IS NOT NULL
-- end
CREATE INDEX ix_time_entry_reverses_id ON time_entry (reverses_id) WHERE reverses_id IS NOT NULL
-- end
CREATE INDEX ix_time_entry_task_id ON time_entry (task_id) WHERE task_id IS NOT NULL
-- end
CREATE INDEX ix_time_entry_work_day_start_utc ON time_entry (work_day, start_utc)
-- end
CREATE INDEX ix_typed_estimate_phase_id ON typed_estimate (phase_id)
-- end
CREATE UNIQUE INDEX uq_away_period_open ON away_period ((end_utc IS NULL)) WHERE end_utc IS NULL
-- end
CREATE UNIQUE INDEX uq_budget_line_cell ON budget_line (budget_id, coalesce(phase_id, x''), grade)
-- end
CREATE UNIQUE INDEX uq_person_is_me ON person (is_me) WHERE is_me = 1
-- end
CREATE UNIQUE INDEX uq_time_entry_running ON time_entry ((end_utc IS NULL)) WHERE end_utc IS NULL AND start_utc IS NOT NULL
-- end
CREATE UNIQUE INDEX uq_typed_estimate_cell ON typed_estimate (engagement_id, coalesce(phase_id, x''), grade)
-- end
CREATE UNIQUE INDEX uq_work_pattern_person_id ON work_pattern (coalesce(person_id, x''), valid_from)
-- end
