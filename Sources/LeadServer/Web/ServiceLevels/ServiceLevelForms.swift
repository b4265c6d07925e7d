import LeadApp
import LeadCore
import LeadStore

extension FormView {
    static func unreachable(_ policy: Policy, typed: SubmittedForm) -> FormView {
        let rule = policy.unreachable
        func number(_ name: String, _ label: String, _ value: Int) -> Field {
            .input(name, label, value: typed.text(name) ?? String(value), required: true, keyboard: "numeric")
        }
        return FormView(
            id: "unreachable",
            action: "/settings/service-levels/unreachable",
            fields: [
                number("attempts", "Attempts", rule.attempts),
                number("channels", "Different channels", rule.channels),
                number("parts", "Different parts of the day", rule.parts),
                .area(
                    "reasons",
                    "Reasons that need this",
                    value: typed.text("reasons") ?? rule.reasons.joined(separator: "\n"),
                    hint: "One a line, as in the reasons for rejecting and recycling."
                ),
            ],
            submit: "Save",
            intro: "A lead may be rejected or recycled with one of these reasons only when this much was tried."
        )
    }

    /// Who is whose manager; nil while there is nobody who could be one.
    static func managers(_ teams: ManagerList.Answer) -> FormView? {
        guard !teams.candidates.isEmpty else { return nil }
        return FormView(
            id: "managers",
            action: "/settings/service-levels/managers",
            fields: teams.people.map { person in
                let chosen = teams.managers[person.id]?.description ?? ""
                return .select(
                    "manager-\(person.id)",
                    person.name,
                    options: [.blank("All managers")]
                        + teams.candidates.filter { $0.id != person.id }.map { $0.option(chosen: chosen) }
                )
            },
            submit: "Save",
            intro: "Who is told when somebody's clock runs out."
        )
    }
}

extension UnreachableRule {
    init(_ form: SubmittedForm) throws(Refusal) {
        func number(_ name: String) throws(Refusal) -> Int {
            guard let number = Int(form[name]) else { throw .invalid("/\(name)", "Say a number.") }
            return number
        }
        self.init(
            reasons: form["reasons"].split(whereSeparator: \.isNewline).compactMap { String($0).trimmed },
            attempts: try number("attempts"),
            channels: try number("channels"),
            parts: try number("parts")
        )
    }
}
