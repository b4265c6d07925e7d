import LeadApp
import LeadCore
import LeadStore

/// The form that sets a line of a lead's timeline right, and the command that it makes.
struct CorrectionForm {
    let facts: LeadActFacts
    let line: LeadHistory.Line
    /// Only the latest change of status can be taken back, and only while the lead is no deal.
    let mayUndo: Bool

    /// - Returns: nil when the line is not one that can be corrected.
    init?(_ facts: LeadActFacts, line seq: Int64) {
        let history = facts.answer.history
        let moves = history.moves
        guard let line = (moves + history.assignments).first(where: { $0.seq == seq }) else { return nil }
        self.facts = facts
        self.line = line
        mayUndo = moves.last?.seq == seq && facts.lead.kind != .converted
    }

    static let act = "corrections"

    var view: FormView {
        let page = LeadAddress.page(facts.lead.id)
        return FormView(
            id: Self.act,
            action: LeadAddress.correction(facts.lead.id, line.seq),
            fields: fields + [.area("reason", "Why", value: facts.value("reason"), required: true)],
            submit: "Correct",
            intro: intro,
            cancel: facts.back ?? page,
            hidden: facts.back.map { [HiddenField(name: "back", value: $0)] } ?? []
        )
    }

    private var fields: [Field] {
        if case .assigned(let assigned) = line.event {
            let chosen = facts.value("owner", or: assigned.owner.description)
            return [
                .select(
                    "owner",
                    "Who really got it",
                    options: Option.owners(facts.choices, chosen: chosen, none: "Choose …"),
                    required: true,
                    wide: true
                )
            ]
        }
        return undoChoice + [
            .input(
                "at",
                "When it really happened",
                value: facts.value("at", or: proposedTime),
                type: "datetime-local",
                hint: "Between the changes before and after it.",
                required: !mayUndo
            )
        ]
    }

    private var undoChoice: [Field] {
        guard mayUndo else { return [] }
        let chosen = facts.value("what", or: "time")
        return [
            .choice(
                "what",
                "What is wrong",
                options: [
                    Option(value: "time", label: "The time", chosen: chosen == "time"),
                    Option(value: "undo", label: "It never happened", chosen: chosen == "undo"),
                ]
            )
        ]
    }

    private var proposedTime: String { facts.words.time.field(line.at) }

    private var intro: String {
        let when = facts.words.time.text(line.at)
        let what =
            switch line.event {
            case .moved(let moved): "Moved to \(facts.words.status(moved.to).label)"
            case .assigned(let assigned): "Assigned to \(facts.words.directory.name(assigned.owner))"
            default: ""
            }
        return "\(what), \(when). The timeline keeps what was recorded and shows the correction beside it."
    }

    /// - Throws: a refusal that names the fields that cannot be read.
    func command() throws(Refusal) -> CorrectLead {
        CorrectLead(
            lead: facts.lead.id,
            line: line.seq,
            change: try change(),
            reason: try facts.require("reason", "Say why.")
        )
    }

    private func change() throws(Refusal) -> CorrectLead.Change {
        if case .assigned = line.event {
            switch try facts.receiver("owner") {
            case .person(let id): return .owner(.person(id))
            case .pool(let id): return .owner(.pool(id))
            case .rules: throw .invalid("/owner", "Name a person or a pool.")
            }
        }
        if mayUndo, facts.typed.text("what") == "undo" { return .undo }
        // The field tells minutes: unchanged, it means the moment as it is known.
        if facts.typed["at"] == proposedTime { return .time(line.at) }
        guard let at = TimeField.moment(facts.typed["at"], in: facts.policy.calendar.zone) else {
            throw Refusal.invalid("/at", "Say when it happened.")
        }
        return .time(at)
    }
}

extension LeadDetail.Answer {
    /// The ledger, to be read with its corrections.
    var history: LeadHistory {
        LeadHistory(events.map { .init(seq: $0.seq, event: $0.event, at: $0.at, actor: $0.actor) })
    }
}

extension LeadAddress {
    static func correction(_ lead: Lead.ID, _ line: Int64) -> String {
        "\(act(lead, CorrectionForm.act))/\(line)"
    }
}
