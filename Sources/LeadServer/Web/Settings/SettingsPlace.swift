import LeadCore

/// The pages of settings, and who may open them.
enum SettingsPlace: String, CaseIterable {
    case people, pools, forms, sources, products, tokens, process, audit

    var path: String { "/settings/\(rawValue)" }

    var label: String {
        switch self {
        case .people: "People"
        case .pools: "Pools"
        case .forms: "Forms"
        case .sources: "Sources"
        case .products: "Products"
        case .tokens: "API tokens"
        case .process: "Process"
        case .audit: "Audit"
        }
    }

    var icon: String {
        switch self {
        case .people: "users"
        case .pools: "recycle"
        case .forms: "globe"
        case .sources: "funnel"
        case .products: "package"
        case .tokens: "key-round"
        case .process: "git-merge"
        case .audit: "history"
        }
    }

    var sentence: String {
        switch self {
        case .people: "Who has an account, in which role, and who is away."
        case .pools: "Who gets leads, in which order, and who answers for the rest."
        case .forms: "Inquiries from web sites, with the code to put there."
        case .sources: "Where leads can come from."
        case .products: "What leads are about, and what deals sell."
        case .tokens: "Keys for programs that send or read leads."
        case .process: "Statuses, moves, clocks, the gate at handoff and the calendar."
        case .audit: "Who changed what in the workspace, who signed in, and what was refused."
        }
    }

    /// Nil for those that everybody may read.
    var permission: Permission? {
        switch self {
        case .people, .pools, .forms, .sources, .products, .audit: .administer
        case .tokens: .workLeads
        case .process: nil
        }
    }

    static func open(to role: Role) -> [SettingsPlace] {
        allCases.filter { $0.permission.map(role.may) ?? true }
    }
}

extension TabView {
    /// The settings that the role may open.
    static func settings(_ current: SettingsPlace, for role: Role) -> [TabView] {
        SettingsPlace.open(to: role).map { place in
            TabView(label: place.label, href: place.path, current: place == current)
        }
    }
}
