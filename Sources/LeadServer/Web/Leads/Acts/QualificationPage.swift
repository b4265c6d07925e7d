import LeadApp
import LeadCore
import LeadStore

/// Recording need, urgency, fit, authority and money, and concluding that the lead is ready for sales.
enum QualificationPage: LeadActPage {
    static let path = LeadVerb.qualify.path
    static let title = "Qualify"
    static let done = "Qualification recorded"

    static func form(_ facts: LeadActFacts) -> FormView {
        var fields = Criterion.allCases.map { level($0, facts) }
        fields.append(.select("grade", "Grade", options: grades(facts)))
        fields.append(
            .input("reason", "Why this grade", value: facts.value("reason"), hint: "Needed when you set it by hand.")
        )
        if mayConclude(facts) { fields.append(.choice("conclude", "Then", options: conclusions(facts))) }
        return form(facts, fields, submit: "Save qualification", checklist: GateItem.list(facts.answer.gate))
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> QualifyLead {
        var levels: [String: Level] = [:]
        var evidence: [String: String] = [:]
        for criterion in Criterion.allCases {
            let name = criterion.rawValue
            levels[name] = Level(rawValue: facts.typed[name])
            evidence[name] = facts.typed.text("\(name)Evidence")
        }
        return QualifyLead(
            lead: facts.lead.id,
            levels: levels,
            evidence: evidence,
            grade: Grade(rawValue: facts.typed["grade"]),
            reason: facts.typed.text("reason"),
            conclude: facts.typed["conclude"] == "yes"
        )
    }

    private static func level(_ criterion: Criterion, _ facts: LeadActFacts) -> Field {
        let known = facts.lead.qualification.level(criterion)?.rawValue ?? ""
        let chosen = facts.value(criterion.rawValue, or: known)
        let evidence = facts.answer.evidence.first { $0.criterion == criterion }?.text ?? ""
        return .level(
            criterion.rawValue,
            criterion.label,
            levels: Level.allCases.map { Option(value: $0.rawValue, label: $0.label, chosen: $0.rawValue == chosen) },
            evidence: facts.value("\(criterion.rawValue)Evidence", or: evidence),
            hint: criterion.question
        )
    }

    private static func grades(_ facts: LeadActFacts) -> [Option] {
        let chosen = facts.value("grade")
        return [.blank("As it follows from the levels")]
            + Grade.allCases.map { Option(value: $0.rawValue, label: $0.label, chosen: $0.rawValue == chosen) }
    }

    private static func mayConclude(_ facts: LeadActFacts) -> Bool {
        guard facts.lead.offer == nil else { return false }
        let process = facts.policy.process
        return process.steps.contains { $0.kind == .qualified && process.allows(facts.lead.status, to: $0.status) }
    }

    private static func conclusions(_ facts: LeadActFacts) -> [Option] {
        let concludes = facts.value("conclude") == "yes"
        return [
            Option(value: "no", label: "Keep working on it", chosen: !concludes),
            Option(value: "yes", label: "It is ready for sales", chosen: concludes),
        ]
    }
}

extension Criterion {
    fileprivate var question: String {
        switch self {
        case .need: "What do they need, in their words?"
        case .urgency: "By when, and what happens if not?"
        case .fit: "Why is it one for us?"
        case .authority: "Who decides?"
        case .money: "Is there a budget, and how much?"
        }
    }
}

extension GateItem {
    /// The gate's lines as they stand.
    static func list(_ checks: [Gate.Check]) -> [GateItem] {
        checks.map { check in
            let known = check.actual.map { "it is \($0)" } ?? "it is not known"
            return GateItem(label: check.label, met: check.isMet, detail: check.isMet ? known : check.demand(known))
        }
    }
}

extension Gate.Check {
    fileprivate func demand(_ known: String) -> String {
        if case .field = subject { return "must be filled in" }
        return "must be at least \(required); \(known)"
    }
}
