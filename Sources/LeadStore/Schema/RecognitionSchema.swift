/// What somebody wanted, which class it was about, and what we did towards them before there was a lead.
enum RecognitionSchema {
    static func script(_ dialect: Dialect) -> String {
        """
        ALTER TABLE responses ADD COLUMN intent TEXT;
        ALTER TABLE responses ADD COLUMN class_id BLOB REFERENCES product_classes(id);
        CREATE INDEX responses_unclaimed ON responses (contact_id, class_id, at) WHERE lead_id IS NULL AND intent IS NOT NULL;
        CREATE INDEX responses_unclaimed_by_time ON responses (at) WHERE lead_id IS NULL AND intent IS NOT NULL;
        ALTER TABLE forms ADD COLUMN intent TEXT;
        CREATE TABLE touches (
          id BLOB PRIMARY KEY, contact_id BLOB NOT NULL REFERENCES contacts(id),
          class_id BLOB NOT NULL REFERENCES product_classes(id), campaign_id BLOB REFERENCES campaigns(id),
          kind TEXT NOT NULL, at BIGINT NOT NULL, by_user BLOB
        );
        CREATE INDEX touches_by_contact ON touches (contact_id, class_id, at);
        """
    }
}
