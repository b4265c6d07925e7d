import CLibPQ

/// The statements that one connection has prepared, by their text.
struct PostgresStatements {
    private struct Prepared {
        var name: String
        var types: [Oid]
    }

    private var prepared: [String: Prepared] = [:]
    private var made = 0

    var count: Int { prepared.count }
    var nextName: String { "s\(made + 1)" }

    /// The name of the statement with this text and these parameters, if it is prepared.
    func name(of text: String, _ types: [Oid]) -> String? {
        guard let found = prepared[text], found.types == types else { return nil }
        return found.name
    }

    mutating func keep(_ name: String, _ text: String, _ types: [Oid]) {
        made += 1
        prepared[text] = Prepared(name: name, types: types)
    }
}

extension SQL {
    /// With numbered parameters, as PostgreSQL reads it; our own statements hold no literal question mark.
    var postgresText: String {
        let parts = text(for: .postgres).split(separator: "?", omittingEmptySubsequences: false)
        return parts.dropFirst().enumerated().reduce(String(parts[0])) { "\($0)$\($1.offset + 1)\($1.element)" }
    }
}
