import LeadCore

/// Where a deal and its acts live.
enum OpportunityAddress {
    static func page(_ deal: Opportunity.ID) -> String { "/opportunities/\(deal)" }

    static func act(_ deal: Opportunity.ID, _ act: String) -> String { "/opportunities/\(deal)/\(act)" }

    /// The list with some of its filters set.
    static func list(_ filters: [(String, String?)] = []) -> String {
        let items = filters.compactMap { name, value in value.map { "\(name)=\(Link.encode($0))" } }
        return items.isEmpty ? "/opportunities" : "/opportunities?\(items.joined(separator: "&"))"
    }
}
