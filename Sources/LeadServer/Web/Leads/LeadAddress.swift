import LeadCore
import LeadStore

/// Where a lead and its acts live.
enum LeadAddress {
    static func page(_ lead: Lead.ID) -> String { "/leads/\(lead)" }

    static func act(_ lead: Lead.ID, _ act: String) -> String { "/leads/\(lead)/\(act)" }
}

extension LeadRow {
    /// The person; the company, or that nobody is known, for a lead without a name.
    var displayName: String {
        name.contains { !$0.isWhitespace } ? name : account ?? "Nobody named"
    }
}
