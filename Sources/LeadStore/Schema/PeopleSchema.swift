/// Many people, one deal: merged and linked leads, what deals are made of, who stands in for whom.
enum PeopleSchema {
    static func script(_ dialect: Dialect) -> String {
        """
        ALTER TABLE leads ADD COLUMN merged_into BLOB;
        CREATE INDEX leads_by_survivor ON leads (merged_into) WHERE merged_into IS NOT NULL;
        ALTER TABLE lead_texts ADD COLUMN origin_id BLOB;
        ALTER TABLE ledger ADD COLUMN on_behalf_of BLOB;
        ALTER TABLE contacts ADD COLUMN moved_at BIGINT;
        ALTER TABLE campaigns ADD COLUMN owner_id BLOB;
        CREATE TABLE lead_links (
          lead_id BLOB PRIMARY KEY REFERENCES leads(id), group_id BLOB NOT NULL, linked_at BIGINT NOT NULL, by_user BLOB
        );
        CREATE INDEX lead_links_by_group ON lead_links (group_id);
        CREATE TABLE opportunity_lines (
          opportunity_id BLOB NOT NULL REFERENCES opportunities(id), position BIGINT NOT NULL,
          product_id BLOB NOT NULL REFERENCES products(id), quantity BIGINT NOT NULL CHECK (quantity > 0),
          amount BIGINT NOT NULL, currency TEXT NOT NULL, PRIMARY KEY (opportunity_id, position)
        );
        CREATE TABLE assistants (
          person_id BLOB NOT NULL REFERENCES users(id), assistant_id BLOB NOT NULL REFERENCES users(id),
          from_at BIGINT NOT NULL, until_at BIGINT, appointed_by BLOB, PRIMARY KEY (person_id, assistant_id),
          CHECK (person_id <> assistant_id)
        );
        CREATE INDEX assistants_by_assistant ON assistants (assistant_id);
        """
    }
}
