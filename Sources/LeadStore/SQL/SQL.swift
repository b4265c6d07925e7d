/// A statement whose values are bound, never spliced: `"SELECT 1 WHERE id = \(id)"`.
///
/// Interpolated values become `?` (SQLite) or `$n` (PostgreSQL). Identifiers and fixed fragments go in with `raw:`; our own
/// statements hold no literal question mark.
package struct SQL: ExpressibleByStringInterpolation, Sendable {
    package private(set) var text: String
    package private(set) var values: [SQLValue]

    package init(text: String, values: [SQLValue]) {
        self.text = text
        self.values = values
    }

    package init(stringLiteral value: String) {
        text = value
        values = []
    }

    package init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
        values = stringInterpolation.values
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var text = ""
        var values: [SQLValue] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount)
            values.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        package mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
            text += "?"
            values.append(value?.sqlValue ?? .null(Value.sqlType))
        }

        /// Another statement or fragment with its own bound values.
        package mutating func appendInterpolation(_ sql: SQL) {
            text += sql.text
            values += sql.values
        }

        /// A seam: a fragment that each engine has a word of its own for, around the same values.
        mutating func appendInterpolation(sqlite: String, postgres: String) {
            text += "\(SQL.seam)\(sqlite)\(SQL.seam)\(postgres)\(SQL.seam)"
        }

        /// A trusted fragment: a column name or keyword of our own, never input.
        package mutating func appendInterpolation(raw: String) {
            text += raw
        }
    }

    /// Stands around the two words of a seam; no statement of ours holds it otherwise.
    fileprivate static let seam: Character = "\u{1}"

    /// The statement as one engine reads it.
    func text(for dialect: Dialect) -> String {
        guard text.utf8.contains(1) else { return text }
        let parts = text.split(separator: Self.seam, omittingEmptySubsequences: false)
        return parts.enumerated().filter { index, _ in
            index % 3 == 0 || (index % 3 == 1) == (dialect == .sqlite)
        }.map { String($1) }.joined()
    }

    package static func + (a: SQL, b: SQL) -> SQL {
        SQL(text: a.text + b.text, values: a.values + b.values)
    }
}

extension [SQL] {
    /// `[a, b].joined(" AND ")`.
    package func joined(_ separator: String) -> SQL {
        SQL(text: map(\.text).joined(separator: separator), values: flatMap(\.values))
    }
}
