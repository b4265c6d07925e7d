/// What a person is in the company; decides what they may do (`may`) and see (`seesEveryLead`).
package enum Role: String, CaseIterable, Codable, Sendable {
    case administrator
    case manager
    case marketing
    case insideSales = "inside_sales"
    case fieldSales = "field_sales"
    case partner

    package var label: String {
        switch self {
        case .administrator: "Administrator"
        case .manager: "Manager"
        case .marketing: "Marketing"
        case .insideSales: "Inside sales"
        case .fieldSales: "Field sales"
        case .partner: "Partner"
        }
    }

    /// Managers and marketing see every lead; sellers see what they hold, gave or may take from their pools.
    package var seesEveryLead: Bool {
        switch self {
        case .administrator, .manager, .marketing: true
        case .insideSales, .fieldSales, .partner: false
        }
    }
}

/// A thing that a role may or may not do.
///
/// Each command names exactly one.
package enum Permission: String, CaseIterable, Codable, Sendable {
    case captureLeads = "capture_leads"
    case workLeads = "work_leads"
    case reassignLeads = "reassign_leads"
    case convertLeads = "convert_leads"
    case workOpportunities = "work_opportunities"
    case importData = "import_data"
    case exportData = "export_data"
    case readReports = "read_reports"
    case releaseQuarantine = "release_quarantine"
    case editCampaigns = "edit_campaigns"
    case administer
    case correctHistory = "correct_history"
}

extension Role {
    package func may(_ permission: Permission) -> Bool {
        switch self {
        case .administrator: true
        case .manager: permission != .administer
        case .marketing:
            ![.administer, .convertLeads, .workOpportunities, .correctHistory].contains(permission)
        case .insideSales:
            [.captureLeads, .workLeads, .convertLeads, .workOpportunities, .readReports].contains(permission)
        case .fieldSales:
            [.captureLeads, .workLeads, .convertLeads, .workOpportunities, .readReports].contains(permission)
        case .partner: [.captureLeads, .workLeads, .convertLeads, .workOpportunities].contains(permission)
        }
    }
}
