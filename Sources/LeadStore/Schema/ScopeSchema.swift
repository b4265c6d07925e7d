/// What keeps lists fast for those who see only what they hold: each way to hold a lead is an index of its own.
enum ScopeSchema {
    static func script(_ dialect: Dialect) -> String {
        """
        CREATE INDEX leads_by_holder ON leads (owner, created_at, id);
        CREATE INDEX leads_by_giver ON leads (offer_giver) WHERE offer_giver IS NOT NULL;
        CREATE INDEX leads_by_marketing_owner ON leads (marketing_owner) WHERE marketing_owner IS NOT NULL;
        CREATE INDEX opportunities_by_owner ON opportunities (owner_id, id);
        """
    }
}
