import LeadCore

/// The pages of settings, and who may open them.
enum SettingsPlace: String, CaseIterable {
    case people, pools, forms, sources, products, tokens, process, fields, gate, recognition
    case serviceLevels = "service-levels"
    case calendars, audit, scripts, mail, assignment

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
        case .recognition: "Recognition"
        case .fields: "Fields"
        case .gate: "Gate"
        case .serviceLevels: "Service levels"
        case .calendars: "Calendars"
        case .audit: "Audit"
        case .scripts: "Scripts"
        case .mail: "Mail"
        case .assignment: "Assignment"
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
        case .recognition: "sparkles"
        case .fields: "list"
        case .gate: "shield-check"
        case .serviceLevels: "hourglass"
        case .calendars: "calendar-clock"
        case .audit: "history"
        case .scripts: "phone-call"
        case .mail: "mail"
        case .assignment: "arrow-right-left"
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
        case .recognition: "What each kind of inquiry becomes, and how many signals make a lead."
        case .fields: "What leads show beside what every lead has."
        case .gate: "What a lead must show before it is handed to sales."
        case .serviceLevels: "When clocks warn, whom they tell when they run out, and when a lead is passed on."
        case .calendars: "Time zones, working hours and holidays of teams and people."
        case .audit: "Who changed what in the workspace, who signed in, and what was refused."
        case .scripts: "What callers say and ask, and what the answers fill."
        case .mail: "What goes out: answers and brochures by template, what waits, and what did not arrive."
        case .assignment: "Which pool gets which lead, checked for holes before it counts."
        }
    }

    /// Nil for those that everybody may read.
    var permission: Permission? {
        switch self {
        case .people, .pools, .forms, .sources, .products, .fields, .gate, .recognition, .serviceLevels, .calendars,
            .audit, .scripts, .assignment:
            .administer
        case .mail: .editCampaigns
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
