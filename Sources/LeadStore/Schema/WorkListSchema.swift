/// What keeps the work list fast however much a person holds: new leads and offers in the order in which they came to them.
enum WorkListSchema {
    static func script(_ dialect: Dialect) -> String {
        """
        CREATE INDEX leads_untouched ON leads (owner, owner_since, id)
          WHERE open AND (kind = 'handed' OR (kind = 'new' AND attempts = 0));
        """
    }
}
