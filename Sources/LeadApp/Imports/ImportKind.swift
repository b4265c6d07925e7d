/// What the rows of a file are.
package enum ImportKind: String, CaseIterable, Codable, Sendable {
    /// Inquiries: each becomes a new lead, a response to an open one, or a contact.
    case leads
    /// Status changes of leads that are here, each at its own time.
    case history
    /// Won or lost deals of leads that are here.
    case deals
    /// Deals of their own, with an account but no lead.
    case opportunities
    case accounts, products, people

    package var label: String {
        switch self {
        case .leads: "Leads"
        case .history: "Status changes of leads"
        case .deals: "Deals that leads became"
        case .opportunities: "Opportunities"
        case .accounts: "Accounts"
        case .products: "Products"
        case .people: "People"
        }
    }

    /// The fields without which no row of this kind can be used; one of each group is enough.
    var needed: [[ImportField]] {
        switch self {
        case .leads: [[.externalID, .email, .phone, .mobile, .fullName, .firstName, .lastName, .company], [.source]]
        case .history: [[.externalID], [.status], [.at, .updatedAt, .createdAt]]
        case .deals: [[.externalID], [.closedAt, .convertedAt]]
        case .opportunities: [[.createdAt]]
        case .accounts: [[.company]]
        case .products: [[.product]]
        case .people: [[.owner, .fullName, .firstName, .lastName]]
        }
    }
}
