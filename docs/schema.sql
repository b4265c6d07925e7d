-- The tables of a workspace, as `baton schema` prints them. PostgreSQL has the same ones: its BLOB is BYTEA, its
-- texts compare byte by byte, rows are numbered by identity columns, and lead_search is an index of lead_texts.
-- Times are milliseconds since 1970 in UTC, amounts are minor units of their currency, ids are UUIDv7.

CREATE TABLE absences (
  id BLOB PRIMARY KEY, user_id BLOB NOT NULL REFERENCES users(id), from_at BIGINT NOT NULL,
  until_at BIGINT NOT NULL, note TEXT, begun BOOLEAN NOT NULL, created_at BIGINT NOT NULL, created_by BLOB,
  CHECK (until_at > from_at)
);

CREATE INDEX absences_by_user ON absences (user_id, until_at);

CREATE INDEX absences_to_begin ON absences (from_at) WHERE NOT begun;

CREATE TABLE accounts (
  id BLOB PRIMARY KEY, name TEXT NOT NULL, name_key TEXT, personal BOOLEAN NOT NULL, industry TEXT,
  employees BIGINT, revenue BIGINT, website TEXT, country TEXT, city TEXT, created_at BIGINT NOT NULL
, revenue_currency TEXT, region TEXT, postal_code TEXT);

CREATE UNIQUE INDEX accounts_by_name_key ON accounts (name_key) WHERE name_key IS NOT NULL;

CREATE TABLE activities (
  id BLOB PRIMARY KEY, lead_id BLOB NOT NULL REFERENCES leads(id), contact_id BLOB REFERENCES contacts(id),
  inbound BOOLEAN NOT NULL, channel TEXT NOT NULL, outcome TEXT, at BIGINT NOT NULL, by_user BLOB,
  seconds BIGINT, note TEXT
);

CREATE INDEX activities_by_contact ON activities (contact_id) WHERE contact_id IS NOT NULL;

CREATE INDEX activities_by_lead ON activities (lead_id, at);

CREATE TABLE api_tokens (
  id BLOB PRIMARY KEY, token_hash BLOB NOT NULL UNIQUE, user_id BLOB NOT NULL REFERENCES users(id),
  name TEXT NOT NULL, created_at BIGINT NOT NULL, last_used_at BIGINT, revoked_at BIGINT
, scope TEXT NOT NULL DEFAULT 'everything');

CREATE TABLE assistants (
  person_id BLOB NOT NULL REFERENCES users(id), assistant_id BLOB NOT NULL REFERENCES users(id),
  from_at BIGINT NOT NULL, until_at BIGINT, appointed_by BLOB, PRIMARY KEY (person_id, assistant_id),
  CHECK (person_id <> assistant_id)
);

CREATE INDEX assistants_by_assistant ON assistants (assistant_id);

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY, at BIGINT NOT NULL, actor_id BLOB, command TEXT NOT NULL, refused TEXT
, subject TEXT);

CREATE INDEX audit_by_actor ON audit (actor_id, seq);

CREATE TABLE calendar_choices (holder TEXT PRIMARY KEY, calendar TEXT NOT NULL);

CREATE TABLE call_answers (
  call_id BLOB NOT NULL REFERENCES calls(id), question TEXT NOT NULL, answer TEXT, text TEXT,
  PRIMARY KEY (call_id, question)
);

CREATE TABLE calls (
  id BLOB PRIMARY KEY, lead_id BLOB NOT NULL REFERENCES leads(id), script TEXT NOT NULL, at BIGINT NOT NULL,
  by_user BLOB, former TEXT NOT NULL
);

CREATE INDEX calls_by_lead ON calls (lead_id, at);

CREATE TABLE campaigns (
  id BLOB PRIMARY KEY, name TEXT NOT NULL UNIQUE, source_id BLOB REFERENCES sources(id),
  class_id BLOB REFERENCES product_classes(id), cost BIGINT NOT NULL DEFAULT 0, currency TEXT,
  starts_at BIGINT, ends_at BIGINT, created_at BIGINT NOT NULL
, owner_id BLOB);

CREATE TABLE clocks (
  seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, lead_id BLOB NOT NULL REFERENCES leads(id), kind TEXT NOT NULL, owner TEXT NOT NULL,
  started_at BIGINT NOT NULL, due_at BIGINT NOT NULL, breached_at BIGINT, stopped_at BIGINT, met BOOLEAN
, warn_at BIGINT, warned_at BIGINT, level BIGINT NOT NULL DEFAULT 0, escalates_at BIGINT, paused_since BIGINT, paused_until BIGINT, fire_at BIGINT);

CREATE INDEX clocks_by_lead ON clocks (lead_id);

CREATE INDEX clocks_overdue ON clocks (due_at) WHERE stopped_at IS NULL AND breached_at IS NOT NULL;

CREATE INDEX clocks_to_fire ON clocks (fire_at) WHERE fire_at IS NOT NULL;

CREATE TABLE contact_merges (
  merged_id BLOB PRIMARY KEY REFERENCES contacts(id), survivor_id BLOB NOT NULL REFERENCES contacts(id),
  at BIGINT NOT NULL, by_user BLOB, before TEXT, after TEXT
);

CREATE INDEX contact_merges_by_survivor ON contact_merges (survivor_id);

CREATE TABLE contacts (
  id BLOB PRIMARY KEY, account_id BLOB NOT NULL REFERENCES accounts(id), name TEXT NOT NULL, name_key TEXT NOT NULL,
  title TEXT, email TEXT, phone TEXT, country TEXT, city TEXT,
  do_not_email BOOLEAN NOT NULL, do_not_call BOOLEAN NOT NULL, created_at BIGINT NOT NULL
, moved_at BIGINT, erased_at BIGINT, merged_into BLOB);

CREATE INDEX contacts_by_account ON contacts (account_id);

CREATE INDEX contacts_by_survivor ON contacts (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE decay_fits (at BIGINT PRIMARY KEY, body TEXT NOT NULL);

CREATE TABLE evidence (
  lead_id BLOB NOT NULL REFERENCES leads(id), criterion TEXT NOT NULL, text TEXT NOT NULL, at BIGINT NOT NULL,
  by_user BLOB, PRIMARY KEY (lead_id, criterion)
) WITHOUT ROWID;

CREATE TABLE external_keys (
  kind TEXT NOT NULL, key TEXT NOT NULL, subject_id BLOB NOT NULL, PRIMARY KEY (kind, key)
) WITHOUT ROWID;

CREATE INDEX external_keys_by_subject ON external_keys (subject_id);

CREATE TABLE first_response_values (
  clock_id BLOB PRIMARY KEY, lead_id BLOB NOT NULL, value BIGINT NOT NULL
);

CREATE INDEX first_response_values_by_lead ON first_response_values (lead_id);

CREATE TABLE forms (
  id BLOB PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, source_id BLOB NOT NULL REFERENCES sources(id),
  campaign_id BLOB REFERENCES campaigns(id), class_id BLOB REFERENCES product_classes(id),
  redirect_url TEXT, hosts TEXT NOT NULL, active BOOLEAN NOT NULL, created_at BIGINT NOT NULL
, intent TEXT);

CREATE TABLE idempotency_keys (
  actor TEXT NOT NULL, key TEXT NOT NULL, command TEXT NOT NULL, request_hash BLOB NOT NULL,
  outcome TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (actor, key)
);

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (at);

CREATE TABLE import_parts (
  import_id BLOB NOT NULL REFERENCES imports(id), last_row BIGINT NOT NULL, first_seq BIGINT NOT NULL,
  last_seq BIGINT NOT NULL, PRIMARY KEY (import_id, last_row)
) WITHOUT ROWID;

CREATE TABLE import_rows (
  import_id BLOB NOT NULL REFERENCES imports(id), number BIGINT NOT NULL, outcome TEXT NOT NULL, code TEXT,
  sentence TEXT, raw BLOB, subject_id BLOB, PRIMARY KEY (import_id, number)
) WITHOUT ROWID;

CREATE TABLE imports (
  id BLOB PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, file TEXT NOT NULL, file_hash TEXT NOT NULL,
  mapping TEXT NOT NULL, header TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'running', 'finished', 'failed', 'undoing', 'undone')),
  created_by BLOB, created_at BIGINT NOT NULL, finished_at BIGINT, rows_total BIGINT NOT NULL,
  rows_done BIGINT NOT NULL CHECK (rows_done <= rows_total), worked BIGINT NOT NULL, tally TEXT NOT NULL, error TEXT
, failures BIGINT NOT NULL DEFAULT 0, retry_at BIGINT, worked_at BIGINT, status_words TEXT);

CREATE INDEX imports_by_hash ON imports (file_hash);

CREATE TABLE lead_contacts (
  lead_id BLOB NOT NULL REFERENCES leads(id), contact_id BLOB NOT NULL REFERENCES contacts(id),
  role TEXT NOT NULL, linked_at BIGINT NOT NULL, PRIMARY KEY (lead_id, contact_id)
) WITHOUT ROWID;

CREATE INDEX lead_contacts_by_contact ON lead_contacts (contact_id);

CREATE TABLE lead_fields (
  lead_id BLOB NOT NULL REFERENCES leads(id), key TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL,
  at BIGINT NOT NULL, by_user BLOB REFERENCES users(id), amount BIGINT, PRIMARY KEY (lead_id, key)
);

CREATE INDEX lead_fields_by_key ON lead_fields (key, kind);

CREATE TABLE lead_links (
  lead_id BLOB PRIMARY KEY REFERENCES leads(id), group_id BLOB NOT NULL, linked_at BIGINT NOT NULL, by_user BLOB
);

CREATE INDEX lead_links_by_group ON lead_links (group_id);

CREATE VIRTUAL TABLE lead_search USING fts5 (
  body, content = 'lead_texts', content_rowid = 'n', tokenize = 'trigram', detail = 'none', columnsize = 0
);

CREATE TABLE lead_skips (
  id BLOB PRIMARY KEY, lead_id BLOB NOT NULL REFERENCES leads(id), user_id BLOB NOT NULL REFERENCES users(id),
  at BIGINT NOT NULL, until_at BIGINT NOT NULL, reason TEXT NOT NULL, decile BIGINT,
  CHECK (decile IS NULL OR (decile >= 1 AND decile <= 10))
);

CREATE INDEX lead_skips_by_lead ON lead_skips (lead_id);

CREATE INDEX lead_skips_by_user ON lead_skips (user_id, until_at);

CREATE TABLE lead_texts (n INTEGER PRIMARY KEY, lead_id BLOB NOT NULL, body TEXT NOT NULL, origin_id BLOB);

CREATE INDEX lead_texts_by_lead ON lead_texts (lead_id);

CREATE TABLE leads (
  id BLOB PRIMARY KEY, account_id BLOB NOT NULL REFERENCES accounts(id),
  contact_id BLOB NOT NULL REFERENCES contacts(id),
  class_id BLOB NOT NULL REFERENCES product_classes(id), source_id BLOB NOT NULL REFERENCES sources(id),
  campaign_id BLOB REFERENCES campaigns(id), created_at BIGINT NOT NULL,
  status TEXT NOT NULL, kind TEXT NOT NULL, open BOOLEAN NOT NULL, status_since BIGINT NOT NULL,
  owner TEXT NOT NULL, owner_since BIGINT NOT NULL, marketing_owner BLOB REFERENCES users(id),
  next_step TEXT, next_due_at BIGINT, levels TEXT NOT NULL, grade TEXT, attempts BIGINT NOT NULL,
  first_attempt_at BIGINT, responses BIGINT NOT NULL, offer_giver TEXT, offer_gate BIGINT, reason TEXT,
  opportunity_id BLOB, value BIGINT, currency TEXT, incomplete TEXT, version BIGINT NOT NULL, tried TEXT NOT NULL DEFAULT '', merged_into BLOB,
  CHECK (NOT open OR (owner <> 'elsewhere' AND next_step IS NOT NULL AND next_due_at IS NOT NULL))
);

CREATE INDEX leads_by_account ON leads (account_id);

CREATE INDEX leads_by_contact ON leads (contact_id);

CREATE INDEX leads_by_creation ON leads (created_at, id);

CREATE INDEX leads_by_due ON leads ((COALESCE(next_due_at, 9223372036854775807)), id);

CREATE INDEX leads_by_giver ON leads (offer_giver) WHERE offer_giver IS NOT NULL;

CREATE INDEX leads_by_holder ON leads (owner, created_at, id);

CREATE INDEX leads_by_marketing_owner ON leads (marketing_owner) WHERE marketing_owner IS NOT NULL;

CREATE INDEX leads_by_opportunity ON leads (opportunity_id) WHERE opportunity_id IS NOT NULL;

CREATE INDEX leads_by_owner ON leads (owner, next_due_at) WHERE open;

CREATE INDEX leads_by_status ON leads (status, created_at, id, value);

CREATE INDEX leads_by_survivor ON leads (merged_into) WHERE merged_into IS NOT NULL;

CREATE INDEX leads_by_value ON leads ((COALESCE(value, -1)), id);

CREATE UNIQUE INDEX leads_open_per_account_and_class ON leads (account_id, class_id) WHERE open;

CREATE INDEX leads_untouched ON leads (owner, owner_since, id)
  WHERE open AND (kind = 'handed' OR (kind = 'new' AND attempts = 0));

CREATE INDEX leads_worth ON leads (status, kind, class_id, grade, currency, value);

CREATE TABLE ledger (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, lead_id BLOB, opportunity_id BLOB, kind TEXT NOT NULL, at BIGINT NOT NULL,
  recorded_at BIGINT NOT NULL, actor_id BLOB, policy BIGINT NOT NULL, details TEXT NOT NULL, on_behalf_of BLOB,
  CHECK ((lead_id IS NULL) <> (opportunity_id IS NULL))
);

CREATE INDEX ledger_by_lead ON ledger (lead_id, seq) WHERE lead_id IS NOT NULL;

CREATE INDEX ledger_by_opportunity ON ledger (opportunity_id, seq) WHERE opportunity_id IS NOT NULL;

CREATE INDEX ledger_of_reclassified ON ledger (seq) WHERE kind = 'reclassified';

CREATE INDEX ledger_own_acts ON ledger (actor_id, recorded_at)
  WHERE kind IN ('attempted', 'called', 'skipped', 'taken_back');

CREATE INDEX ledger_passes ON ledger (seq) WHERE kind IN ('handed_off', 'converted');

CREATE TABLE ledger_texts (
  id BLOB PRIMARY KEY, lead_id BLOB, opportunity_id BLOB, words TEXT NOT NULL,
  CHECK ((lead_id IS NULL) <> (opportunity_id IS NULL))
);

CREATE INDEX ledger_texts_by_lead ON ledger_texts (lead_id) WHERE lead_id IS NOT NULL;

CREATE INDEX ledger_texts_by_opportunity ON ledger_texts (opportunity_id) WHERE opportunity_id IS NOT NULL;

CREATE TABLE mail_files (
  id BLOB PRIMARY KEY, name TEXT NOT NULL, media_type TEXT NOT NULL, size BIGINT NOT NULL, bytes BLOB NOT NULL,
  added_at BIGINT NOT NULL, added_by BLOB, template_file BOOLEAN NOT NULL
);

CREATE TABLE mail_stops (
  address_key TEXT PRIMARY KEY, reason TEXT NOT NULL, at BIGINT NOT NULL, mail_id BLOB
);

CREATE TABLE mail_templates (
  id BLOB NOT NULL, version BIGINT NOT NULL, purpose TEXT NOT NULL, name TEXT NOT NULL, language TEXT NOT NULL,
  source_id BLOB REFERENCES sources(id), campaign_id BLOB REFERENCES campaigns(id),
  class_id BLOB REFERENCES product_classes(id), intent TEXT, sends BOOLEAN NOT NULL, marketing BOOLEAN NOT NULL,
  subject TEXT NOT NULL, body TEXT NOT NULL, html TEXT, files TEXT NOT NULL, retired BOOLEAN NOT NULL,
  saved_at BIGINT NOT NULL, saved_by BLOB, PRIMARY KEY (id, version)
);

CREATE TABLE mails (
  id BLOB PRIMARY KEY, purpose TEXT NOT NULL, state TEXT NOT NULL, lead_id BLOB, contact_id BLOB, user_id BLOB,
  response_id BLOB, template_id BLOB, template_version BIGINT, class_id BLOB, campaign_id BLOB,
  address TEXT NOT NULL, address_name TEXT NOT NULL, address_key TEXT NOT NULL, message_id TEXT NOT NULL UNIQUE,
  subject TEXT NOT NULL, body TEXT NOT NULL, html TEXT, language TEXT, unsubscribe TEXT, files TEXT NOT NULL,
  created_at BIGINT NOT NULL, next_at BIGINT, attempts BIGINT NOT NULL, code BIGINT, answer TEXT,
  ended_at BIGINT, CHECK ((next_at IS NOT NULL) = (state IN ('waiting', 'deferred')))
);

CREATE INDEX mails_by_address ON mails (address_key, id);

CREATE INDEX mails_by_contact ON mails (contact_id, id) WHERE contact_id IS NOT NULL;

CREATE INDEX mails_by_lead ON mails (lead_id, id) WHERE lead_id IS NOT NULL;

CREATE INDEX mails_by_state ON mails (state, id);

CREATE INDEX mails_due ON mails (next_at) WHERE next_at IS NOT NULL;

CREATE UNIQUE INDEX mails_once_a_response ON mails (response_id) WHERE response_id IS NOT NULL;

CREATE TABLE match_keys (
  kind TEXT NOT NULL, key TEXT NOT NULL, contact_id BLOB NOT NULL REFERENCES contacts(id),
  PRIMARY KEY (kind, key, contact_id)
) WITHOUT ROWID;

CREATE INDEX match_keys_by_contact ON match_keys (contact_id);

CREATE TABLE member_traits (
  user_id BLOB NOT NULL REFERENCES users(id), kind TEXT NOT NULL CHECK (kind IN ('skill', 'language', 'territory')),
  value TEXT NOT NULL, PRIMARY KEY (user_id, kind, value)
);

CREATE TABLE notice_choices (
  user_id BLOB NOT NULL REFERENCES users(id), kind TEXT NOT NULL, way TEXT NOT NULL, PRIMARY KEY (user_id, kind)
);

CREATE TABLE notice_digests (
  user_id BLOB PRIMARY KEY REFERENCES users(id), minute BIGINT NOT NULL, since BIGINT NOT NULL, due_at BIGINT
);

CREATE INDEX notice_digests_due ON notice_digests (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE notices (
  id BLOB PRIMARY KEY, user_id BLOB NOT NULL REFERENCES users(id), kind TEXT NOT NULL,
  lead_id BLOB NOT NULL, at BIGINT NOT NULL, read_at BIGINT, details TEXT NOT NULL
);

CREATE INDEX notices_by_lead ON notices (lead_id);

CREATE INDEX notices_by_user ON notices (user_id, at, id);

CREATE INDEX notices_unread ON notices (user_id) WHERE read_at IS NULL;

CREATE TABLE opportunities (
  id BLOB PRIMARY KEY, account_id BLOB REFERENCES accounts(id), name TEXT NOT NULL, created_at BIGINT NOT NULL,
  stage TEXT NOT NULL, kind TEXT NOT NULL, stage_since BIGINT NOT NULL, owner_id BLOB REFERENCES users(id),
  product_id BLOB REFERENCES products(id), class_id BLOB REFERENCES product_classes(id),
  campaign_id BLOB REFERENCES campaigns(id), source_id BLOB REFERENCES sources(id),
  first_contact_at BIGINT, amount BIGINT, currency TEXT, close_on BIGINT, closed_at BIGINT, lost_reason TEXT,
  competitor TEXT, rank BIGINT, version BIGINT NOT NULL
);

CREATE INDEX opportunities_by_account ON opportunities (account_id) WHERE account_id IS NOT NULL;

CREATE INDEX opportunities_by_creation ON opportunities (created_at, id);

CREATE INDEX opportunities_by_owner ON opportunities (owner_id, id);

CREATE INDEX opportunities_by_product ON opportunities (product_id) WHERE product_id IS NOT NULL;

CREATE INDEX opportunities_by_stage ON opportunities (stage, created_at, id);

CREATE TABLE opportunity_contacts (
  opportunity_id BLOB NOT NULL REFERENCES opportunities(id), contact_id BLOB NOT NULL REFERENCES contacts(id),
  role TEXT NOT NULL, PRIMARY KEY (opportunity_id, contact_id)
) WITHOUT ROWID;

CREATE INDEX opportunity_contacts_by_contact ON opportunity_contacts (contact_id);

CREATE TABLE opportunity_lines (
  opportunity_id BLOB NOT NULL REFERENCES opportunities(id), position BIGINT NOT NULL,
  product_id BLOB NOT NULL REFERENCES products(id), quantity BIGINT NOT NULL CHECK (quantity > 0),
  amount BIGINT NOT NULL, currency TEXT NOT NULL, PRIMARY KEY (opportunity_id, position)
);

CREATE TABLE opportunity_notes (
  id BLOB PRIMARY KEY, opportunity_id BLOB NOT NULL REFERENCES opportunities(id), at BIGINT NOT NULL,
  by_user BLOB, text TEXT NOT NULL
);

CREATE INDEX opportunity_notes_by_opportunity ON opportunity_notes (opportunity_id, at);

CREATE TABLE policies (version BIGINT PRIMARY KEY, body TEXT NOT NULL, set_at BIGINT NOT NULL, set_by BLOB);

CREATE TABLE pool_members (
  pool_id BLOB NOT NULL REFERENCES pools(id), user_id BLOB NOT NULL REFERENCES users(id),
  position BIGINT NOT NULL, weight BIGINT NOT NULL DEFAULT 1, capacity BIGINT, daily_cap BIGINT, PRIMARY KEY (pool_id, user_id)
);

CREATE TABLE pools (
  id BLOB PRIMARY KEY, name TEXT NOT NULL UNIQUE, strategy TEXT NOT NULL,
  duty_holder BLOB NOT NULL REFERENCES users(id), turn BIGINT NOT NULL DEFAULT 0
, in_hours_only BOOLEAN NOT NULL DEFAULT FALSE);

CREATE TABLE product_classes (id BLOB PRIMARY KEY, name TEXT NOT NULL UNIQUE, default_value BIGINT, currency TEXT);

CREATE TABLE products (
  id BLOB PRIMARY KEY, class_id BLOB NOT NULL REFERENCES product_classes(id), name TEXT NOT NULL UNIQUE,
  price BIGINT, currency TEXT
);

CREATE TABLE responses (
  seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, campaign_id BLOB REFERENCES campaigns(id), contact_id BLOB NOT NULL REFERENCES contacts(id),
  event_key TEXT NOT NULL, lead_id BLOB, at BIGINT NOT NULL, submission_id BLOB REFERENCES submissions(id), intent TEXT, class_id BLOB REFERENCES product_classes(id),
  UNIQUE (contact_id, event_key)
);

CREATE INDEX responses_by_lead ON responses (lead_id) WHERE lead_id IS NOT NULL;

CREATE INDEX responses_unclaimed ON responses (contact_id, class_id, at) WHERE lead_id IS NULL AND intent IS NOT NULL;

CREATE INDEX responses_unclaimed_by_time ON responses (at) WHERE lead_id IS NULL AND intent IS NOT NULL;

CREATE TABLE rotations (
  pool_id BLOB NOT NULL REFERENCES pools(id), user_id BLOB NOT NULL REFERENCES users(id), credit BIGINT NOT NULL,
  day BIGINT, given BIGINT NOT NULL, PRIMARY KEY (pool_id, user_id)
);

CREATE TABLE routing_decisions (
  seq BIGINT PRIMARY KEY, lead_id BLOB NOT NULL, at BIGINT NOT NULL, policy BIGINT NOT NULL, rule TEXT,
  fell_back BOOLEAN NOT NULL, body TEXT NOT NULL
);

CREATE INDEX routing_decisions_by_lead ON routing_decisions (lead_id, seq);

CREATE TABLE saved_mappings (
  id BLOB PRIMARY KEY, name TEXT NOT NULL UNIQUE, body TEXT NOT NULL, created_at BIGINT NOT NULL
);

CREATE TABLE saved_views (
  id BLOB PRIMARY KEY, user_id BLOB NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  page TEXT NOT NULL, name TEXT NOT NULL, query TEXT NOT NULL, UNIQUE (user_id, page, name)
);

CREATE TABLE schema_version (number BIGINT NOT NULL);

CREATE TABLE sessions (
  token_hash BLOB PRIMARY KEY, user_id BLOB NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  csrf TEXT NOT NULL, created_at BIGINT NOT NULL, expires_at BIGINT NOT NULL
);

CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE setup_links (
  token_hash BLOB PRIMARY KEY, user_id BLOB REFERENCES users(id) ON DELETE CASCADE, expires_at BIGINT NOT NULL
);

CREATE TABLE shares (
  id BLOB PRIMARY KEY, lead_id BLOB NOT NULL REFERENCES leads(id), partner_id BLOB NOT NULL REFERENCES users(id),
  created_at BIGINT NOT NULL, created_by BLOB, expires_at BIGINT NOT NULL, revoked_at BIGINT, ended_at BIGINT,
  outcome TEXT, customer TEXT, CHECK (expires_at > created_at)
);

CREATE INDEX shares_by_lead ON shares (lead_id, id);

CREATE TABLE sources (id BLOB PRIMARY KEY, name TEXT NOT NULL UNIQUE, created_at BIGINT NOT NULL);

CREATE TABLE stays (
  seq INTEGER PRIMARY KEY, subject_id BLOB NOT NULL, dimension TEXT NOT NULL, value TEXT NOT NULL,
  entered_at BIGINT NOT NULL, left_at BIGINT, working BIGINT, cause TEXT,
  CHECK (left_at IS NULL OR left_at >= entered_at)
);

CREATE INDEX stays_by_subject ON stays (subject_id);

CREATE UNIQUE INDEX stays_open ON stays (subject_id, dimension) WHERE left_at IS NULL;

CREATE TABLE submissions (
  id BLOB PRIMARY KEY, received_at BIGINT NOT NULL, channel TEXT NOT NULL, source_name TEXT,
  dedupe_key TEXT UNIQUE, content_type TEXT NOT NULL, raw BLOB NOT NULL, form_id BLOB REFERENCES forms(id),
  import_id BLOB, import_row BIGINT,
  outcome TEXT NOT NULL CHECK (outcome IN
    ('pending', 'new_lead', 'joined', 'contact_only', 'rejected', 'quarantined')),
  code TEXT, sentence TEXT, lead_id BLOB, contact_id BLOB, decided_at BIGINT,
  CHECK ((outcome IN ('new_lead', 'joined')) = (lead_id IS NOT NULL))
);

CREATE INDEX submissions_by_contact ON submissions (contact_id) WHERE contact_id IS NOT NULL;

CREATE INDEX submissions_by_import ON submissions (import_id, import_row) WHERE import_id IS NOT NULL;

CREATE INDEX submissions_by_lead ON submissions (lead_id) WHERE lead_id IS NOT NULL;

CREATE INDEX submissions_by_outcome ON submissions (outcome, id);

CREATE TABLE touches (
  id BLOB PRIMARY KEY, contact_id BLOB NOT NULL REFERENCES contacts(id),
  class_id BLOB NOT NULL REFERENCES product_classes(id), campaign_id BLOB REFERENCES campaigns(id),
  kind TEXT NOT NULL, at BIGINT NOT NULL, by_user BLOB
);

CREATE INDEX touches_by_contact ON touches (contact_id, class_id, at);

CREATE TABLE users (
  id BLOB PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL,
  password_hash TEXT, active BOOLEAN NOT NULL, away_until BIGINT, created_at BIGINT NOT NULL,
  manager_id BLOB REFERENCES users(id), region TEXT
);
