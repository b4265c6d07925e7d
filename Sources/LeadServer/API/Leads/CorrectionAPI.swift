import LeadApp
import LeadCore

extension CorrectLead {
    /// `{"line": 17, "change": "time", "at": …}`, `{"change": "owner", "owner": …}` or `{"change": "undo"}`, with a reason.
    init(_ lead: Lead.ID, _ input: Input) throws(Refusal) {
        let (at, owner, why) = (input.time("at"), input.text("owner"), input.text("reason"))
        let (number, word) = (input.integer("line"), input.word("change", Word.self))
        let line = try input.required("line", number)
        let change: Change
        switch try input.required("change", word) {
        case .time: change = .time(try input.required("at", at))
        case .owner:
            guard let known = Owner(try input.required("owner", owner)) else {
                throw Refusal.invalid("/owner", "Say who: person:<id> or pool:<id>.")
            }
            change = .owner(known)
        case .undo: change = .undo
        }
        self.init(lead: lead, line: line, change: change, reason: try input.required("reason", why))
    }

    private enum Word: String, CaseIterable {
        case time, owner, undo
    }
}
