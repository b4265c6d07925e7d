/// A view as templates read it: texts, numbers, flags, lists and further views by name.
///
///     try ViewNode(of: page)["title"]     // .text("Today")
enum ViewNode: Sendable {
    case nothing
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([ViewNode])
    case view(Properties)

    /// A view's properties; few, so looking through them beats hashing.
    struct Properties: Sendable {
        private(set) var names: [String] = []
        private(set) var values: [ViewNode] = []

        mutating func append(_ name: String, _ value: ViewNode) {
            names.append(name)
            values.append(value)
        }

        subscript(name: String) -> ViewNode {
            for index in names.indices where names[index] == name { return values[index] }
            return .nothing
        }
    }

    /// Whether an inverted section shows.
    var isNothing: Bool {
        switch self {
        case .nothing, .flag(false): true
        case .list(let items): items.isEmpty
        case .text, .number, .flag, .view: false
        }
    }

    subscript(name: String) -> ViewNode {
        if case .view(let properties) = self { properties[name] } else { .nothing }
    }
}
