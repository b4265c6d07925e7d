/// Who can take how much of what, how rotations stand, and how each assignment was decided.
enum RoutingSchema {
    static func script(_ dialect: Dialect) -> String {
        """
        ALTER TABLE pools ADD COLUMN in_hours_only BOOLEAN NOT NULL DEFAULT FALSE;
        ALTER TABLE pool_members ADD COLUMN weight BIGINT NOT NULL DEFAULT 1;
        ALTER TABLE pool_members ADD COLUMN capacity BIGINT;
        ALTER TABLE pool_members ADD COLUMN daily_cap BIGINT;
        CREATE TABLE rotations (
          pool_id BLOB NOT NULL REFERENCES pools(id), user_id BLOB NOT NULL REFERENCES users(id), credit BIGINT NOT NULL,
          day BIGINT, given BIGINT NOT NULL, PRIMARY KEY (pool_id, user_id)
        );
        CREATE TABLE member_traits (
          user_id BLOB NOT NULL REFERENCES users(id), kind TEXT NOT NULL CHECK (kind IN ('skill', 'language', 'territory')),
          value TEXT NOT NULL, PRIMARY KEY (user_id, kind, value)
        );
        CREATE TABLE routing_decisions (
          seq BIGINT PRIMARY KEY, lead_id BLOB NOT NULL, at BIGINT NOT NULL, policy BIGINT NOT NULL, rule TEXT,
          fell_back BOOLEAN NOT NULL, body TEXT NOT NULL
        );
        CREATE INDEX routing_decisions_by_lead ON routing_decisions (lead_id, seq);
        """
    }
}
