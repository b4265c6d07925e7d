import LeadApp
import LeadCore

/// Logging a call, mail or meeting; Today's quick form posts here too.
enum AttemptPage: LeadActPage {
    static let path = LeadVerb.attempt.path
    static let title = "Log attempt"
    static let done = "Attempt logged"

    static func form(_ facts: LeadActFacts) -> FormView {
        FormView.attempt(
            lead: facts.lead.id.description,
            back: facts.back ?? LeadAddress.page(facts.lead.id),
            channels: Option.channels(chosen: facts.value("channel", or: Channel.phone.rawValue)),
            outcomes: Option.outcomes(for: facts.typed.text("outcome"), facts.words),
            note: facts.value("note"),
            nextStep: facts.value("nextStep"),
            nextDue: facts.value("nextDue")
        )
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> LogAttempt {
        guard let channel = Channel(rawValue: facts.typed["channel"]) else {
            throw Refusal.invalid("/channel", "Say how you reached out.")
        }
        guard let outcome = AttemptOutcome(rawValue: facts.typed["outcome"]) else {
            throw Refusal.invalid("/outcome", "Say what came of it.")
        }
        return LogAttempt(
            lead: facts.lead.id,
            attempt: Attempt(channel: channel, outcome: outcome),
            note: facts.typed.text("note"),
            next: try facts.nextStep()
        )
    }
}

/// What is to be done next, and by when.
enum NextStepPage: LeadActPage {
    static let path = LeadVerb.nextStep.path
    static let title = "Next step"
    static let done = "Next step set"

    static func form(_ facts: LeadActFacts) -> FormView {
        let step = facts.lead.nextStep
        return form(
            facts,
            [
                .input("nextStep", "Next step", value: facts.value("nextStep", or: step?.what ?? ""), required: true),
                .input(
                    "nextDue",
                    "Due",
                    value: facts.value("nextDue", or: step.map { facts.words.time.field($0.dueAt) } ?? ""),
                    type: "datetime-local",
                    required: true
                ),
            ],
            submit: "Save next step"
        )
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> SetNextStep {
        guard let next = try facts.nextStep() else {
            throw Refusal.invalid("/nextStep", "Say what is to be done next.")
        }
        return SetNextStep(lead: facts.lead.id, next: next)
    }
}

extension LeadActFacts {
    /// Nil when both fields were left empty: then the status proposes one.
    fileprivate func nextStep() throws(Refusal) -> NextStep? {
        let what = typed.text("nextStep")
        let due = typed.text("nextDue")
        if what == nil, due == nil { return nil }
        guard let what else { throw Refusal.invalid("/nextStep", "Say what is to be done next.") }
        guard let due = due.flatMap({ TimeField.moment($0, in: policy.calendar.zone) }) else {
            throw Refusal.invalid("/nextDue", "Say by when, as a date and a time.")
        }
        return NextStep(what: what, dueAt: due)
    }
}
