import LeadCore

/// Where call mode is.
enum CallAddress {
    /// Whoever is next.
    static let next = "/today/call"

    static func page(_ lead: Lead.ID) -> String { "\(next)/\(lead)" }
    static func skip(_ lead: Lead.ID) -> String { "\(page(lead))/skip" }
    static func undo(_ lead: Lead.ID) -> String { "\(page(lead))/undo" }
}
