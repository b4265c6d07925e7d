/// People who are erased, and people who turned out to be one.
///
/// `before` and `after` say what a merge of two people changed, for its undo; they are personal and go with an erasure.
enum ContactSchema {
    static func script(_: Dialect) -> String {
        """
        ALTER TABLE contacts ADD COLUMN erased_at BIGINT;
        ALTER TABLE contacts ADD COLUMN merged_into BLOB;
        CREATE INDEX contacts_by_survivor ON contacts (merged_into) WHERE merged_into IS NOT NULL;
        CREATE TABLE contact_merges (
          merged_id BLOB PRIMARY KEY REFERENCES contacts(id), survivor_id BLOB NOT NULL REFERENCES contacts(id),
          at BIGINT NOT NULL, by_user BLOB, before TEXT, after TEXT
        );
        CREATE INDEX contact_merges_by_survivor ON contact_merges (survivor_id);
        """
    }
}
