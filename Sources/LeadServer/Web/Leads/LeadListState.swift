import LeadApp
import LeadCore
import LeadStore

/// The question that a list's address asks, kept apart from its answer: every link on the page is this with one thing changed.
struct LeadListState: Hashable {
    static let names = [
        "view", "q", "status", "owner", "source", "campaign", "class", "grade", "from", "to", "where", "sort", "after",
    ]
    /// What narrows the list, beside search words and the built-in view.
    static let filters = ["status", "owner", "source", "campaign", "class", "grade", "from", "to", "where"]

    private var values: [String: String] = [:]

    init() {}

    init(_ form: SubmittedForm) {
        for name in Self.names { values[name] = form.text(name) }
    }

    /// Empty texts count as not said.
    subscript(name: String) -> String? {
        get { values[name] }
        set { values[name] = newValue?.isEmpty == true ? nil : newValue }
    }

    func setting(_ name: String, to value: String?) -> LeadListState {
        var state = self
        state[name] = value
        return state
    }

    /// Always in the same order, so that the same question has the same address.
    var query: String {
        Self.names.compactMap { name in values[name].map { "\(name)=\(Link.encode($0))" } }.joined(separator: "&")
    }

    func address(of path: String) -> String {
        query.isEmpty ? path : "\(path)?\(query)"
    }

    /// The same question from its first page.
    var fromStart: LeadListState { setting("after", to: nil) }

    var filterCount: Int { Self.filters.count { values[$0] != nil } }
}

extension LeadListState {
    /// What the store is asked; what cannot be read narrows nothing.
    func filter(for user: User.ID?, in zone: ZoneRules) -> LeadFilter {
        var filter = LeadFilter()
        filter.text = self["q"]
        filter.statuses = self["status"].map { [Status(rawValue: $0)] } ?? []
        filter.owner = self["owner"].flatMap { Owner($0) }
        filter.source = self["source"].flatMap { Source.ID($0) }
        filter.campaign = self["campaign"].flatMap { Campaign.ID($0) }
        filter.productClass = self["class"].flatMap { ProductClass.ID($0) }
        filter.grade = self["grade"].flatMap(Grade.init(rawValue:))
        filter.createdFrom = self["from"].flatMap { LocalDate($0) }.map(zone.startOfDay)
        filter.createdBefore = self["to"].flatMap { LocalDate($0) }.map { zone.startOfDay($0 + 1) }
        filter.question = self["where"].flatMap { try? Condition(json: $0) }
        filter.sort = self["sort"].flatMap(LeadFilter.Sort.init(rawValue:)) ?? .newest
        filter.after = self["after"].flatMap(LeadFilter.Cursor.init(text:))
        switch self["view"].flatMap(BuiltInView.init(rawValue:)) {
        case .open: filter.open = true
        case .mine:
            filter.open = true
            filter.owner = user.map(Owner.person) ?? filter.owner
        case nil: break
        }
        return filter
    }
}

/// The views that everybody has.
enum BuiltInView: String, CaseIterable {
    case open, mine

    var name: String {
        switch self {
        case .open: "Open"
        case .mine: "Mine"
        }
    }
}

extension LeadFilter.Cursor {
    /// Reads `<key>.<id>`, as `text` writes it.
    init?(text: String) {
        let parts = text.split(separator: ".")
        guard parts.count == 2, let key = Int64(parts[0]), let id = Lead.ID(String(parts[1])) else { return nil }
        self.init(key: key, id: id)
    }

    var text: String { "\(key).\(id)" }
}
