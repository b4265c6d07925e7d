/// What keeps lists fast in every order, and what was kept without its currency or campaign.
///
/// The sums over a board's columns are read from one index, in its order.
enum ListSchema {
    static func script(_ dialect: Dialect) -> String {
        """
        CREATE INDEX leads_by_due ON leads ((COALESCE(next_due_at, 9223372036854775807)), id);
        CREATE INDEX leads_by_value ON leads ((COALESCE(value, -1)), id);
        CREATE INDEX leads_worth ON leads (status, kind, class_id, grade, currency, value);
        ALTER TABLE accounts ADD COLUMN revenue_currency TEXT;
        UPDATE responses SET event_key = \(campaignText(dialect)) || ' ' || event_key WHERE campaign_id IS NOT NULL;
        """
    }

    /// Seam: a campaign's id as text, as new responses' event keys begin with it.
    private static func campaignText(_ dialect: Dialect) -> String {
        switch dialect {
        case .sqlite:
            """
            (SUBSTR(LOWER(HEX(campaign_id)), 1, 8) || '-' || SUBSTR(LOWER(HEX(campaign_id)), 9, 4) || '-'
              || SUBSTR(LOWER(HEX(campaign_id)), 13, 4) || '-' || SUBSTR(LOWER(HEX(campaign_id)), 17, 4) || '-'
              || SUBSTR(LOWER(HEX(campaign_id)), 21))
            """
        case .postgres: "CAST(CAST(ENCODE(campaign_id, 'hex') AS UUID) AS TEXT)"
        }
    }
}
