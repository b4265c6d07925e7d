import LeadCore

extension ImportMapping {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case name, kind, system, delimiter, encoding, headerRow, dateFormat, numberFormat, timeZone, currency, missing
        case columns, constants, statuses, automatic, ignore, createMissing
    }

    /// Everything but what is said keeps its default; a word that is not known is refused, since it would be a slip.
    package init(from decoder: any Decoder) throws {
        let given = try decoder.container(keyedBy: AnyKey.self).allKeys.map(\.stringValue)
        if let slip = given.first(where: { CodingKeys(rawValue: $0) == nil }) {
            throw Refusal.invalid("/\(slip)", "A mapping has no \(slip); it has \(Self.words).")
        }
        self.init()
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func read<T: Decodable>(_ key: CodingKeys, _ value: inout T) throws {
            if let given = try container.decodeIfPresent(T.self, forKey: key) { value = given }
        }
        try read(.name, &name)
        try read(.kind, &kind)
        try read(.headerRow, &headerRow)
        try read(.dateFormat, &dateFormat)
        try read(.numberFormat, &numberFormat)
        try read(.missing, &missing)
        try read(.columns, &columns)
        try read(.constants, &constants)
        try read(.statuses, &statuses)
        try read(.automatic, &automatic)
        try read(.ignore, &ignore)
        try read(.createMissing, &createMissing)
        system = try container.decodeIfPresent(String.self, forKey: .system)
        delimiter = try container.decodeIfPresent(String.self, forKey: .delimiter)
        encoding = try container.decodeIfPresent(TextEncoding.self, forKey: .encoding)
        timeZone = try container.decodeIfPresent(String.self, forKey: .timeZone)
        currency = try container.decodeIfPresent(String.self, forKey: .currency)
    }

    private static let words = CodingKeys.allCases.map(\.rawValue).joined(separator: ", ")

    private struct AnyKey: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

extension StatusMeaning: Codable {
    private enum CodingKeys: String, CodingKey {
        case status, won
    }

    /// `"open"`, or `{"status": "converted", "won": true}`.
    package init(from decoder: any Decoder) throws {
        if let status = try? decoder.singleValueContainer().decode(String.self) {
            self.init(status: status)
            return
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            status: try container.decode(String.self, forKey: .status),
            won: try container.decodeIfPresent(Bool.self, forKey: .won) ?? false
        )
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(status, forKey: .status)
        try container.encode(won, forKey: .won)
    }
}

extension ColumnMapping: Codable {
    /// `"email"`, `{"field": "source", "values": …}`, or a list of such.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let word = try? container.decode(String.self), let use = Use(word: word) {
            uses = [use]
        } else if let list = try? container.decode([ColumnMapping].self) {
            uses = list.flatMap(\.uses)
        } else {
            uses = [try container.decode(Use.self)]
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if uses.count == 1 {
            try container.encode(uses[0])
        } else {
            try container.encode(uses)
        }
    }
}
