package import LeadCore
package import LeadStore

/// Logs a call, mail or meeting with its outcome, and sets what comes next.
package struct LogAttempt: LeadCommand {
    package static let name = "log_attempt"

    package var lead: Lead.ID
    package var attempt: Attempt
    package var note: String?
    package var next: NextStep?

    package init(lead: Lead.ID, attempt: Attempt, note: String? = nil, next: NextStep? = nil) {
        self.lead = lead
        self.attempt = attempt
        self.note = note
        self.next = next
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        do throws(Refusal) { try act.attempt(attempt, next: next) } catch { throw error.within("/next") }
    }

    package func keep(_ tx: borrowing Transaction, _ desk: Desk) throws {
        try tx.log(
            ActivityRecord(
                lead: lead,
                contact: nil,
                inbound: false,
                channel: attempt.channel.rawValue,
                outcome: attempt.outcome.rawValue,
                at: tx.now,
                seconds: attempt.seconds,
                note: note?.trimmed
            )
        )
    }
}

/// Says what the owner does next, and by when.
package struct SetNextStep: LeadCommand {
    package static let name = "set_next_step"

    package var lead: Lead.ID
    package var next: NextStep

    package init(lead: Lead.ID, next: NextStep) {
        self.lead = lead
        self.next = next
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        try act.setNextStep(next)
    }
}
