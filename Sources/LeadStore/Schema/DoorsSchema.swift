/// What the doors keep beside the work itself: what a line of the audit is about, how old a key is, and how an import that
/// stumbled goes on.
enum DoorsSchema {
    static func script(_ dialect: Dialect) -> String {
        """
        ALTER TABLE audit ADD COLUMN subject TEXT;
        CREATE INDEX audit_by_actor ON audit (actor_id, seq);
        CREATE INDEX idempotency_keys_by_age ON idempotency_keys (at);
        ALTER TABLE imports ADD COLUMN failures BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE imports ADD COLUMN retry_at BIGINT;
        ALTER TABLE imports ADD COLUMN worked_at BIGINT;
        ALTER TABLE imports ADD COLUMN status_words TEXT;
        """
    }
}
