/// Values of custom fields, one row each; what fields there are is policy.
enum FieldSchema {
    static func script(_ dialect: Dialect) -> String {
        """
        CREATE TABLE lead_fields (
          lead_id BLOB NOT NULL REFERENCES leads(id), key TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL,
          at BIGINT NOT NULL, by_user BLOB REFERENCES users(id), PRIMARY KEY (lead_id, key)
        );
        CREATE INDEX lead_fields_by_key ON lead_fields (key, kind);
        """
    }
}
