import LeadApp
import LeadCore

/// What stands in the form of a call, as typed.
struct CallEntry {
    var outcome = ""
    var note = ""
    var nextStep = ""
    var nextDue = ""
    var concludes = false
    /// By question.
    var chosen: [String: String] = [:]
    var texts: [String: String] = [:]

    /// The outcomes of a call in the order of their keys.
    static let outcomes: [AttemptOutcome] = [.reached, .noAnswer, .leftMessage, .busy, .wrongContact, .callBack]

    init(_ form: SubmittedForm) {
        outcome = form["outcome"]
        note = form["note"]
        nextStep = form["nextStep"]
        nextDue = form["nextDue"]
        concludes = form["conclude"] == "yes"
        for field in form.fields {
            if field.name.hasPrefix("answer-") { chosen[String(field.name.dropFirst(7))] = field.value.trimmed }
            if field.name.hasPrefix("text-") { texts[String(field.name.dropFirst(5))] = field.value.trimmed }
        }
    }

    func command(_ sheet: CallSheet.Answer) throws(Refusal) -> RecordCall {
        guard let outcome = AttemptOutcome(rawValue: outcome) else {
            throw Refusal.invalid("/outcome", "Say what came of the call.")
        }
        return RecordCall(
            lead: sheet.detail.lead.id,
            outcome: outcome,
            note: note.trimmed,
            script: sheet.script?.key,
            answers: Set(chosen.keys).union(texts.keys).sorted().map { question in
                CallAnswer(question: question, answer: chosen[question], text: texts[question])
            },
            next: try next(after: outcome, sheet),
            conclude: concludes
        )
    }

    /// Nil when both fields were left empty: then the outcome proposes one.
    private func next(after outcome: AttemptOutcome, _ sheet: CallSheet.Answer) throws(Refusal) -> NextStep? {
        let policy = sheet.detail.policy
        let usual = outcome.usualNextStep
        guard nextStep.trimmed != nil || nextDue.trimmed != nil else { return nil }
        let what = nextStep.trimmed ?? usual.what
        guard let typed = nextDue.trimmed else {
            let calendar = sheet.detail.calendars[sheet.detail.lead.owner]
            return NextStep(what: what, dueAt: calendar.add(usual.within, to: sheet.detail.now))
        }
        guard let due = TimeField.moment(typed, in: policy.calendar.zone) else {
            throw Refusal.invalid("/nextDue", "Say by when, as a date and a time.")
        }
        return NextStep(what: what, dueAt: due)
    }
}
