import LeadApp
import LeadCore
import LeadStore

/// The controls of the mapping page, filled with what a mapping says.
struct MappingFields {
    let mapping: ImportMapping
    let choices: Choices.Answer

    /// How the file is written.
    var reading: [Field] {
        [
            .select("delimiter", "Delimiter", options: delimiters, required: true),
            .select("encoding", "Encoding", options: encodings, required: true),
            .input("headerRow", "Header in line", value: "\(mapping.headerRow)", required: true, keyboard: "numeric"),
            .select("kind", "Each row is about", options: kinds, required: true),
        ]
    }

    private var delimiters: [Option] {
        let known = [(",", "Comma"), (";", "Semicolon"), ("tab", "Tab"), ("|", "Bar")]
        let own = mapping.delimiter.flatMap { own in known.contains { $0.0 == own } ? nil : (own, own) }
        return (known + (own.map { [$0] } ?? [])).map { value, label in
            Option(value: value, label: label, chosen: value == mapping.delimiter)
        }
    }

    private var encodings: [Option] {
        TextEncoding.allCases.map { encoding in
            Option(value: encoding.rawValue, label: encoding.label, chosen: encoding == mapping.encoding)
        }
    }

    private var kinds: [Option] {
        ImportKind.allCases.map { Option(value: $0.rawValue, label: $0.label, chosen: $0 == mapping.kind) }
    }

    func saved(_ saved: [SavedMappings.Entry]) -> Field {
        let options = saved.map { entry in
            Option(value: "\(entry.id)", label: entry.mapping.name, chosen: entry.mapping.name == mapping.name)
        }
        return .select("saved", "Saved mapping", options: options, required: true)
    }

    /// What rows without a value of their own get.
    var constants: [Field] {
        let people = choices.people.map { ($0.email ?? $0.name, $0.name) }
        return [
            constant(.source, choices.sources.map { ($0.name, $0.name) }, none: "The file says it"),
            constant(.productClass, choices.productClasses.map { ($0.name, $0.name) }, none: "The usual one"),
            constant(.campaign, choices.campaigns.map { ($0.name, $0.name) }, none: "None"),
            constant(.owner, people, none: "By turn, as with any new lead"),
            .choice(
                "createMissing",
                "Sources, campaigns, classes and people that are not here yet",
                options: [
                    Option(value: "no", label: "Refuse the row", chosen: !mapping.createMissing),
                    Option(value: "yes", label: "Add them", chosen: mapping.createMissing),
                ]
            ),
        ]
    }

    private func constant(_ field: ImportField, _ known: [(String, String)], none: String) -> Field {
        let chosen = mapping.constants[field]
        let own = chosen.flatMap { own in known.contains { $0.0 == own } ? nil : (own, own) }
        let options = (known + (own.map { [$0] } ?? [])).map { Option(value: $0, label: $1, chosen: $0 == chosen) }
        return .select("constant-\(field.rawValue)", field.label, options: [.blank(none)] + options)
    }

    /// What is seldom needed.
    var details: [Field] {
        let own = choices.policy
        return [
            .select("dateFormat", "Order of day and month", options: dateOrders, required: true),
            .select("numberFormat", "Amounts are written", options: amountStyles, required: true),
            .input("timeZone", "Time zone", value: mapping.timeZone ?? "", hint: "Empty: \(own.calendar.policy.zone)"),
            .input("currency", "Currency", value: mapping.currency ?? "", hint: "Empty: \(own.currency)"),
            .input(
                "system",
                "Name of the other system",
                value: mapping.system ?? "",
                hint: "Its ids are its own and meet those of no other."
            ),
        ]
    }

    private var dateOrders: [Option] {
        DateOrder.allCases.map { Option(value: $0.rawValue, label: $0.label, chosen: $0 == mapping.dateFormat) }
    }

    private var amountStyles: [Option] {
        TextAmount.Style.allCases.map { style in
            Option(value: style.rawValue, label: style.label, chosen: style == mapping.numberFormat)
        }
    }

    /// The words of the status column, the most frequent first.
    func statuses(_ words: [String: Int]) -> [ImportStatusRow] {
        let sorted = words.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(200)
        return sorted.enumerated().map { index, entry in
            ImportStatusRow(
                number: index,
                word: entry.key,
                count: CountWords.counted(entry.value, "row", "rows"),
                field: .select(
                    "meaning-\(index)",
                    "What \(InertText.cell(entry.key)) means",
                    options: meanings(of: entry.key)
                )
            )
        }
    }

    private func meanings(of word: String) -> [Option] {
        let chosen = mapping.statuses[word]?.choice
        let here = mapping.kind == .opportunities ? stages : statuses
        let same = here.first { $0.value == word.lowercased() || $0.label.lowercased() == word.lowercased() }
        let none = Option.blank(same.map { "The same as here: \($0.label)" } ?? "Not said: such rows are refused")
        return [none] + here.map { Option(value: $0.value, label: $0.label, chosen: $0.value == chosen) }
    }

    private var stages: [(value: String, label: String)] {
        choices.policy.opportunityStages.map { ($0.key, $0.label) }
    }

    private var statuses: [(value: String, label: String)] {
        choices.policy.process.steps.flatMap { step in
            let plain = (value: step.status.rawValue, label: step.label)
            guard step.kind == .converted else { return [plain] }
            let won = StatusMeaning(status: step.status.rawValue, won: true)
            return [plain, (value: won.choice, label: "\(step.label), and won")]
        }
    }
}

extension TextEncoding {
    fileprivate var label: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian: "UTF-16 (little-endian)"
        case .utf16BigEndian: "UTF-16 (big-endian)"
        case .windows1252: "Windows-1252 (Western)"
        }
    }
}

extension DateOrder {
    fileprivate var label: String {
        switch self {
        case .automatic: "Only what can be read in one way"
        case .dayFirst: "Day first: 31/12/2026"
        case .monthFirst: "Month first: 12/31/2026"
        }
    }
}

extension TextAmount.Style {
    fileprivate var label: String {
        switch self {
        case .automatic: "As they can be read"
        case .pointDecimal: "1,234.56"
        case .commaDecimal: "1.234,56"
        }
    }
}
