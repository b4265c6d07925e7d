import LeadApp
import LeadCore

/// JSON as the API takes and gives it: members keep their order, whole numbers stay whole.
enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([Member])

    struct Member: Hashable, Sendable {
        var name: String
        var value: JSONValue
    }

    /// What it is, in the words of a refusal.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .integer, .number: "a number"
        case .string: "text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

/// `["id": .id(lead.id), "name": .text(lead.name)]`.
extension JSONValue: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Member(name: $0.0, value: $0.1) })
    }
}

extension JSONValue {
    static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    static func flag(_ flag: Bool?) -> JSONValue { flag.map { .bool($0) } ?? .null }
    static func int(_ number: Int?) -> JSONValue { number.map { .integer(Int64($0)) } ?? .null }
    static func time(_ instant: Instant?) -> JSONValue { .text(instant.map(RFC3339.text)) }
    static func id<Entity>(_ id: Identifier<Entity>?) -> JSONValue { .text(id?.description) }
    static func list(_ items: some Sequence<JSONValue>) -> JSONValue { .array(Array(items)) }

    static func money(_ money: Money?) -> JSONValue {
        money.map { ["minor": .integer($0.minor), "currency": .string($0.currency)] } ?? .null
    }

    /// Only these members of an object, in its own order.
    func only(_ names: Set<String>) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { names.contains($0.name) })
    }

    mutating func add(_ name: String, _ value: JSONValue) {
        guard case .object(let members) = self else { return }
        self = .object(members + [Member(name: name, value: value)])
    }
}
