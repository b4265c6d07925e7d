import LeadCore

/// The places of the site, each for the roles that may go there.
enum Navigation {
    private static let places: [(label: String, path: String, icon: String, permission: Permission?)] = [
        ("Today", "/today", "list-checks", nil),
        ("Leads", "/leads", "users", nil),
        ("Board", "/board", "square-kanban", nil),
        ("Deals", "/opportunities", "handshake", .workOpportunities),
        ("Notices", "/notices", "bell", nil),
        ("Overdue", "/overdue", "hourglass", .reassignLeads),
        ("Reports", "/reports", "chart-column", .readReports),
        ("Campaigns", "/campaigns", "megaphone", .editCampaigns),
        ("Signals", "/signals", "sparkles", .editCampaigns),
        ("Submissions", "/submissions", "inbox", .releaseQuarantine),
        ("Imports", "/imports", "file-up", .importData),
        ("Check", "/check", "shield-check", .administer),
        ("Settings", "/settings", "settings", .administer),
    ]

    /// The first four stay on a phone's bar.
    static func entries(for role: Role, at path: String, unread: Int = 0) -> [NavigationItem] {
        places.filter { $0.permission.map(role.may) ?? true }.enumerated().map { index, place in
            NavigationItem(
                label: place.label,
                href: place.path,
                icon: place.icon,
                current: path == place.path || path.hasPrefix(place.path + "/"),
                badge: place.path == "/notices" && unread > 0 ? (unread > 99 ? "99+" : String(unread)) : nil,
                primary: index < 4
            )
        }
    }
}
