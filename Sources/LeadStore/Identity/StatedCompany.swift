package import LeadCore

/// The company that somebody wrote, who is known at another one or at none.
package struct StatedCompany: Codable, Hashable, Sendable {
    /// Nil for somebody without a company.
    package var known: String?
    package var stated: String
    /// Whether whoever brought the inquiry may be told where they are known.
    package var isTold = true

    package init(known: String?, stated: String) {
        self.known = known
        self.stated = stated
    }
}

extension ActivityRecord {
    /// The channel of the line that keeps a company as somebody wrote it.
    package static let statedCompany = "company"

    package static func stated(
        _ company: String,
        by contact: Contact.ID,
        on lead: Lead.ID,
        at: Instant
    ) -> ActivityRecord {
        ActivityRecord(
            lead: lead,
            contact: contact,
            inbound: true,
            channel: statedCompany,
            outcome: nil,
            at: at,
            note: company
        )
    }
}
