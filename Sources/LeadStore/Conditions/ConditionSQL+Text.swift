import LeadCore

extension ConditionSQL {
    /// Compares texts as `FoldedText` does: `LOWER` folds A to Z on both engines, and each other letter that the values have is
    /// folded by a `REPLACE` of its own; letters that they do not have cannot decide.
    func text(_ column: SQL, _ comparison: Condition.Comparison) -> SQL {
        let values = comparison.values.compactMap { value -> FoldedText? in
            if case .text(let text) = value { text } else { nil }
        }
        let folded = Self.folded(column, for: values)
        let parts = values.map { String(decoding: $0.folded, as: UTF8.self) }
        switch comparison.test {
        case .equals: return "\(folded) IN (\(parts.map { "\($0)" as SQL }.joined(", ")))"
        case .differs:
            return "((\(column)) IS NULL OR \(folded) NOT IN (\(parts.map { "\($0)" as SQL }.joined(", "))))"
        case .contains: return Self.like(folded, parts.map { "%\($0.likeEscaped)%" })
        case .omits: return "NOT COALESCE(\(Self.like(folded, parts.map { "%\($0.likeEscaped)%" })), FALSE)"
        case .startsWith: return Self.like(folded, parts.map { "\($0.likeEscaped)%" })
        default: return Self.like(folded, parts.map { "%\($0.likeEscaped)" })
        }
    }

    private static func like(_ column: SQL, _ patterns: [String]) -> SQL {
        "(\(patterns.map { #"\#(column) LIKE \#($0) ESCAPE '\'"# as SQL }.joined(" OR ")))"
    }

    private static func folded(_ column: SQL, for values: [FoldedText]) -> SQL {
        var letters: Set<Unicode.Scalar> = []
        for value in values {
            letters.formUnion(String(decoding: value.folded, as: UTF8.self).unicodeScalars.filter { !$0.isASCII })
        }
        return letters.sorted().reduce("LOWER(\(column))" as SQL) { text, small in
            guard let capital = FoldedText.capital(of: small) else { return text }
            return "REPLACE(\(text), \(String(capital)), \(String(small)))"
        }
    }
}

extension String {
    /// For `LIKE … ESCAPE '\'`: the text itself and nothing looser.
    fileprivate var likeEscaped: String {
        reduce(into: "") { text, letter in
            if letter == "\\" || letter == "%" || letter == "_" { text.append("\\") }
            text.append(letter)
        }
    }
}
