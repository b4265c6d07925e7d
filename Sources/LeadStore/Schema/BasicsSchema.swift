/// Notes that people write on deals; what reports by product class follow.
enum BasicsSchema {
    static func script(_ dialect: Dialect) -> String {
        """
        CREATE TABLE opportunity_notes (
          id BLOB PRIMARY KEY, opportunity_id BLOB NOT NULL REFERENCES opportunities(id), at BIGINT NOT NULL,
          by_user BLOB, text TEXT NOT NULL
        );
        CREATE INDEX opportunity_notes_by_opportunity ON opportunity_notes (opportunity_id, at);
        CREATE INDEX ledger_of_reclassified ON ledger (seq) WHERE kind = 'reclassified';
        """
    }
}
