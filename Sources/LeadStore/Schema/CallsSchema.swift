/// Calls by a script with their answers, skips, what leads were worth when they came, and fitted half-lives.
enum CallsSchema {
    static func script(_ dialect: Dialect) -> String {
        """
        CREATE TABLE calls (
          id BLOB PRIMARY KEY, lead_id BLOB NOT NULL REFERENCES leads(id), script TEXT NOT NULL, at BIGINT NOT NULL,
          by_user BLOB, former TEXT NOT NULL
        );
        CREATE INDEX calls_by_lead ON calls (lead_id, at);
        CREATE TABLE call_answers (
          call_id BLOB NOT NULL REFERENCES calls(id), question TEXT NOT NULL, answer TEXT, text TEXT,
          PRIMARY KEY (call_id, question)
        );
        CREATE TABLE lead_skips (
          id BLOB PRIMARY KEY, lead_id BLOB NOT NULL REFERENCES leads(id), user_id BLOB NOT NULL REFERENCES users(id),
          at BIGINT NOT NULL, until_at BIGINT NOT NULL, reason TEXT NOT NULL, decile BIGINT,
          CHECK (decile IS NULL OR (decile >= 1 AND decile <= 10))
        );
        CREATE INDEX lead_skips_by_user ON lead_skips (user_id, until_at);
        CREATE INDEX lead_skips_by_lead ON lead_skips (lead_id);
        CREATE TABLE first_response_values (
          clock_id BLOB PRIMARY KEY, lead_id BLOB NOT NULL, value BIGINT NOT NULL
        );
        CREATE INDEX first_response_values_by_lead ON first_response_values (lead_id);
        CREATE INDEX ledger_own_acts ON ledger (actor_id, recorded_at)
          WHERE kind IN ('attempted', 'called', 'skipped', 'taken_back');
        CREATE TABLE decay_fits (at BIGINT PRIMARY KEY, body TEXT NOT NULL);
        """
    }
}
