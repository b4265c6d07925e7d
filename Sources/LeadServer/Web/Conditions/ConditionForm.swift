import LeadApp
import LeadCore

/// A condition as rows of field, operator and value that are edited without a script; a nested one as JSON.
struct ConditionForm: Encodable {
    struct Row: Encodable {
        var number: Int
        var fields: [Option]
        var operators: [Option]
        var values: String
    }

    /// All, any or none of the rows.
    var match: [Option]
    var rows: [Row]
    /// What the value fields propose.
    var proposals: [String]
    /// Filled when the condition is more than one group of comparisons.
    var json: String?
    var error: String?

    /// - Parameter blank: how many empty rows follow.
    init(_ condition: Condition?, _ words: ConditionWords, blank: Int = 2, error: String? = nil) {
        let flat = condition.map(Self.flat) ?? .some(("all", []))
        self.init(
            flat?.match ?? "all",
            flat?.rows.map { ("\($0.field)", $0.test.rawValue, words.text($0)) } ?? [],
            words,
            blank
        )
        json = flat == nil ? condition?.json : nil
        self.error = error
    }

    /// As somebody filled it in.
    init(_ form: SubmittedForm, _ words: ConditionWords, error: String?) {
        let rows = zip(form.all("field"), zip(form.all("operator"), form.all("values"))).map { ($0, $1.0, $1.1) }
        self.init(form["match"], rows.filter { !$0.0.isEmpty }, words, 2)
        json = form.text("json")
        self.error = error
    }

    private init(_ match: String, _ rows: [(String, String, String)], _ words: ConditionWords, _ blank: Int) {
        self.match = [("all", "All of these"), ("any", "Any of these"), ("none", "None of these")].map {
            Option(value: $0.0, label: $0.1, chosen: $0.0 == match)
        }
        let empty = [("", "", "")]
        self.rows = (rows + Array(repeating: empty[0], count: blank)).enumerated().map { index, row in
            Row(
                number: index + 1,
                fields: [.blank("Field …")]
                    + words.catalogue.entries.map { entry in
                        Option(value: "\(entry.field)", label: entry.words, chosen: "\(entry.field)" == row.0)
                    },
                operators: ConditionOperator.allCases.map {
                    Option(value: $0.rawValue, label: $0.words, chosen: $0.rawValue == row.1)
                },
                values: row.2
            )
        }
        proposals = words.proposals
    }

    /// One group of comparisons, or nil when there is more to it.
    private static func flat(_ condition: Condition) -> (match: String, rows: [Condition.Comparison])? {
        func rows(_ parts: [Condition]) -> [Condition.Comparison]? {
            let rows = parts.compactMap { if case .comparison(let comparison) = $0 { comparison } else { nil } }
            return rows.count == parts.count ? rows : nil
        }
        switch condition {
        case .all(let parts): return rows(parts).map { ("all", $0) }
        case .any(let parts): return parts.isEmpty ? nil : rows(parts).map { ("any", $0) }
        case .none(let parts): return parts.isEmpty ? nil : rows(parts).map { ("none", $0) }
        case .comparison(let comparison): return ("all", [comparison])
        }
    }

    /// The condition that a form says; nil when it says none.
    static func condition(_ form: SubmittedForm, _ words: ConditionWords) throws(Refusal) -> Condition? {
        if let json = form.text("json") { return try Condition(json: json, at: "/condition") }
        var parts: [Condition] = []
        for (name, (test, text)) in zip(form.all("field"), zip(form.all("operator"), form.all("values")))
        where !name.isEmpty {
            guard let field = ConditionField(name), let test = ConditionOperator(rawValue: test) else {
                throw Refusal(
                    .invalid,
                    "condition_invalid",
                    "There is no field \(name).",
                    issues: [.init("/condition", name)]
                )
            }
            let values = test.arity.upperBound == 0 ? [] : words.values(text, field)
            parts.append(.comparison(.init(field, test, values)))
        }
        guard !parts.isEmpty else { return nil }
        let condition: Condition =
            form["match"] == "any" ? .any(parts) : form["match"] == "none" ? .none(parts) : .all(parts)
        return try condition.understood(by: words.catalogue, at: "/condition")
    }
}
