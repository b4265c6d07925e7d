/// Clocks that warn, escalate and pause; evidence of attempts; absences and calendars; notices.
enum ServiceLevelsSchema {
    static func script(_ dialect: Dialect) -> String {
        [clocks, evidence, calendars, notices].joined(separator: "\n")
    }

    /// `fire_at` is when a running clock has something to do next, whatever it is: one index finds it.
    private static let clocks = """
        ALTER TABLE clocks ADD COLUMN warn_at BIGINT;
        ALTER TABLE clocks ADD COLUMN warned_at BIGINT;
        ALTER TABLE clocks ADD COLUMN level BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE clocks ADD COLUMN escalates_at BIGINT;
        ALTER TABLE clocks ADD COLUMN paused_since BIGINT;
        ALTER TABLE clocks ADD COLUMN paused_until BIGINT;
        ALTER TABLE clocks ADD COLUMN fire_at BIGINT;
        UPDATE clocks SET fire_at = due_at WHERE stopped_at IS NULL AND breached_at IS NULL;
        DROP INDEX clocks_due;
        CREATE INDEX clocks_to_fire ON clocks (fire_at) WHERE fire_at IS NOT NULL;
        CREATE INDEX clocks_overdue ON clocks (due_at) WHERE stopped_at IS NULL AND breached_at IS NOT NULL;
        """

    private static let evidence = """
        ALTER TABLE leads ADD COLUMN tried TEXT NOT NULL DEFAULT '';
        """

    private static let calendars = """
        CREATE TABLE calendar_choices (holder TEXT PRIMARY KEY, calendar TEXT NOT NULL);
        CREATE TABLE absences (
          id BLOB PRIMARY KEY, user_id BLOB NOT NULL REFERENCES users(id), from_at BIGINT NOT NULL,
          until_at BIGINT NOT NULL, note TEXT, begun BOOLEAN NOT NULL, created_at BIGINT NOT NULL, created_by BLOB,
          CHECK (until_at > from_at)
        );
        CREATE INDEX absences_by_user ON absences (user_id, until_at);
        CREATE INDEX absences_to_begin ON absences (from_at) WHERE NOT begun;
        """

    private static let notices = """
        CREATE TABLE notices (
          id BLOB PRIMARY KEY, user_id BLOB NOT NULL REFERENCES users(id), kind TEXT NOT NULL,
          lead_id BLOB NOT NULL, at BIGINT NOT NULL, read_at BIGINT, details TEXT NOT NULL
        );
        CREATE INDEX notices_by_user ON notices (user_id, at, id);
        CREATE INDEX notices_unread ON notices (user_id) WHERE read_at IS NULL;
        CREATE INDEX notices_by_lead ON notices (lead_id);
        """
}
