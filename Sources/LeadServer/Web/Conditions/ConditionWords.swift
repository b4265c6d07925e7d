import LeadApp
import LeadCore
import LeadStore

/// What things are called in conditions, both ways: an id shows as its name, and a name that somebody types is its id.
struct ConditionWords {
    let catalogue: ConditionCatalogue
    private let choices: Choices.Answer

    init(_ choices: Choices.Answer) {
        self.choices = choices
        catalogue = ConditionCatalogue(fields: choices.policy.process.fields)
    }

    /// Keys with their names for a choice.
    private func names(_ choice: ConditionChoice) -> [(key: String, name: String)] {
        switch choice {
        case .status: choices.policy.process.steps.map { ($0.status.rawValue, $0.label) }
        case .grade: Grade.allCases.map { ($0.rawValue, $0.label) }
        case .intent: Intent.allCases.map { ($0.rawValue, $0.label) }
        case .source: choices.sources.map { ($0.id.description, $0.name) }
        case .campaign: choices.campaigns.map { ($0.id.description, $0.name) }
        case .productClass: choices.productClasses.map { ($0.id.description, $0.name) }
        case .person: choices.people.map { ($0.id.description, $0.name) }
        case .owner:
            choices.people.map { (Owner.person($0.id).description, $0.name) }
                + choices.pools.map { (Owner.pool($0.id).description, $0.name) }
        case .kind, .level, .weekday, .options: (choice.words ?? []).map { ($0, $0.capitalizedFirst) }
        }
    }

    /// Everything that can be named, for the browser to propose.
    var proposals: [String] {
        let all: [ConditionChoice] = [
            .source, .campaign, .productClass, .owner, .status, .grade, .intent, .level, .weekday,
        ]
        let options = choices.policy.process.fields.flatMap(\.options)
        return Array(Set(all.flatMap { names($0).map(\.name) } + options)).sorted()
    }

    func name(_ field: ConditionField, _ value: ConditionValue) -> String? {
        guard case .key(let key) = value, case .choice(let choice)? = catalogue[field]?.type else { return nil }
        return names(choice).first { $0.key == key }?.name
    }

    /// A condition as a sentence with the names of this workspace.
    func sentence(_ condition: Condition) -> String {
        condition.read(by: catalogue).0.sentence(catalogue, naming: name)
    }

    /// The values that somebody typed for a field, several with commas or semicolons between them.
    func values(_ text: String, _ field: ConditionField) -> [ConditionValue] {
        switch catalogue[field]?.type {
        case .choice(let choice)?:
            let known = names(choice)
            func key(_ name: String) -> String? {
                known.first { $0.key == name || $0.name.lowercased() == name.lowercased() }?.key
            }
            // A name may have a comma in it.
            if let whole = text.trimmed.flatMap(key) { return [.key(whole)] }
            return Self.parts(text).map { .word(key($0) ?? $0) }
        case .text?, .number?: return Self.parts(text).map { .word($0) }
        case .flag?: return text.trimmed.map { [.word(Self.isYes($0) ? "true" : $0 == "no" ? "false" : $0)] } ?? []
        default: return text.trimmed.map { [.word(Self.span($0) ?? $0)] } ?? []
        }
    }

    /// The values as they stand in a row of the editor.
    func text(_ comparison: Condition.Comparison) -> String {
        comparison.values.map { value in
            if case .flag(let flag) = value { return flag ? "yes" : "no" }
            return name(comparison.field, value) ?? value.written
        }.joined(separator: ", ")
    }

    private static func parts(_ text: String) -> [String] {
        text.split { $0 == "," || $0 == ";" }.compactMap { String($0).trimmed }
    }

    private static func isYes(_ text: String) -> Bool { ["yes", "true"].contains(text.lowercased()) }

    /// "3 days" as `3d`.
    private static func span(_ text: String) -> String? {
        let words = text.lowercased().split(separator: " ")
        guard words.count == 2, Int(words[0]) != nil else { return nil }
        for (unit, letter) in [("day", "d"), ("hour", "h"), ("minute", "m")] where words[1].hasPrefix(unit) {
            return words[0] + letter
        }
        return nil
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
