/// What a report's address asks for: filters, grouping and order, as its query string carries them.
struct ReportQuery: Hashable {
    /// The names in the query string, in the order in which links write them.
    enum Item: String, CaseIterable {
        case source, campaign
        case productClass = "class"
        case owner, from, to
        case asOf = "as-of"
        case by, sort, order
    }

    /// The items that limit what the report is about.
    static let limits: [Item] = [.source, .campaign, .productClass, .owner, .from, .to, .asOf]

    private(set) var values: [Item: String] = [:]

    /// - Parameter value: the value of a name in the query string.
    init(_ value: (String) -> String? = { _ in nil }) {
        for item in Item.allCases { self[item] = value(item.rawValue) ?? "" }
    }

    /// Empty when the address does not say.
    subscript(item: Item) -> String {
        get { values[item] ?? "" }
        set { values[item] = newValue.isEmpty ? nil : newValue }
    }

    func with(_ item: Item, _ value: String) -> ReportQuery {
        var query = self
        query[item] = value
        return query
    }

    /// The same without filters.
    var unlimited: ReportQuery {
        Self.limits.reduce(self) { $0.with($1, "") }
    }

    func href(_ path: String) -> String {
        let items = Item.allCases.compactMap { item in values[item].map { "\(item.rawValue)=\(Link.encode($0))" } }
        return items.isEmpty ? path : "\(path)?\(items.joined(separator: "&"))"
    }
}
