import LeadInsight

extension ReportIndexView {
    init(page: PageFrame) {
        self.page = page
        groups = Self.order.enumerated().map { number, group in
            ReportGroupView(
                id: "reports-\(number)",
                title: group.title,
                reports: group.names.map { name in
                    ReportCardView(
                        title: name.title,
                        summary: name.summary,
                        href: "/reports/\(name.rawValue)",
                        icon: name.icon
                    )
                }
            )
        }
    }

    /// Every report once, in the order in which a lead lives.
    static let order: [(title: String, names: [ReportName])] = [
        ("How leads move", [.funnel, .timeInStatus, .processing, .currentStatus, .statusHistory]),
        ("Promises", [.clocks, .custody, .queue, .cherryPicking]),
        ("What it brings", [.campaigns, .sources, .value, .recycled, .credit, .gate]),
        ("Sales", [.pipeline, .sales, .salesCycle, .losses]),
    ]
}

extension ReportName {
    /// Lucide name in the icon sprite.
    var icon: String {
        switch self {
        case .timeInStatus: "hourglass"
        case .currentStatus: "square-kanban"
        case .statusHistory: "chart-line"
        case .funnel: "funnel"
        case .custody: "users"
        case .clocks: "timer"
        case .campaigns: "megaphone"
        case .sources: "inbox"
        case .sales: "trophy"
        case .losses: "circle-x"
        case .salesCycle: "route"
        case .pipeline: "handshake"
        case .value: "banknote"
        case .recycled: "recycle"
        case .processing: "timer"
        case .queue: "users"
        case .cherryPicking: "scale"
        case .credit: "arrow-right-left"
        case .gate: "target"
        }
    }
}
