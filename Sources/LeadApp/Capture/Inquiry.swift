package import LeadCore

/// What somebody, or a system for them, tells us: the one shape that the API, forms, pages and imports all bring.
///
/// Texts are as they came; nothing is trusted. Times are milliseconds UTC, amounts are minor units.
package struct Inquiry: Codable, Hashable, Sendable {
    package var name: String?
    package var firstName: String?
    package var lastName: String?
    package var email: String?
    package var phone: String?
    package var title: String?
    package var company: String?
    package var website: String?
    package var country: String?
    package var city: String?
    package var region: String?
    package var postalCode: String?
    package var industry: String?
    package var employees: Int?
    package var revenue: Int64?
    /// What the revenue is in; the workspace's currency when nil.
    package var revenueCurrency: String?

    /// Mandatory: the name of one of the workspace's sources.
    package var source: String?
    package var campaign: String?
    package var productClass: String?
    /// What they want in particular: says the class where that is not named.
    package var product: String?
    package var message: String?
    package var value: Money?
    /// The sender's own id of this inquiry; the same id never makes two.
    package var externalID: String?
    /// What they answered or came to, within the campaign; one response is counted per contact and event.
    package var event: String?
    /// What they want or did; to be contacted when nil.
    package var intent: Intent?
    package var doNotEmail: Bool?
    package var doNotCall: Bool?
    /// E-mail address, name or id of who shall hold the lead; the pool decides when nil.
    package var owner: String?
    /// When it really happened, for history; now when nil.
    package var occurredAt: Instant?
    /// Address-book entries and bought lists: keep the person, make no lead (requirement A4).
    package var contactOnly: Bool?
    /// Values of custom fields as they were typed, by key.
    package var fields: [String: String]?

    package init() {}

    package var fullName: String {
        let joined = [firstName, lastName].compactMap { $0?.trimmed }.joined(separator: " ")
        return name?.trimmed ?? (joined.isEmpty ? "" : joined)
    }

    /// What sales would miss (requirement A7): the lead is flagged, not refused.
    package var gaps: [String] {
        var gaps: [String] = []
        if fullName.isEmpty { gaps.append("name") }
        if email?.trimmed == nil, phone?.trimmed == nil { gaps.append("way_to_reach") }
        if company?.trimmed == nil { gaps.append("company") }
        return gaps
    }

    /// Whether there is anybody to keep at all.
    func requireSomebody() throws(Refusal) {
        guard fullName.isEmpty, email?.trimmed == nil, phone?.trimmed == nil, company?.trimmed == nil, externalID == nil
        else { return }
        throw Refusal(
            .invalid,
            "nobody_named",
            "Say who it is: a name, a company, an e-mail address or a phone number.",
            issues: [.init("/email", "One of name, company, email, phone or externalID is needed.")]
        )
    }
}

extension String {
    /// Without blanks around it; nil when nothing is left.
    package var trimmed: String? {
        let text = self.drop { $0.isWhitespace }
        guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return nil }
        return String(text[...last])
    }
}
