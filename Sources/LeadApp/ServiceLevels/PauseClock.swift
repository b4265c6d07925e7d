package import LeadCore
package import LeadStore

/// Stops a lead's clock until a day, with the reason, as when the customer is on holiday.
package struct PauseClock: LeadCommand {
    package static let name = "pause_clock"

    package var lead: Lead.ID
    package var until: Instant
    package var reason: String

    package init(lead: Lead.ID, until: Instant, reason: String) {
        self.lead = lead
        self.until = until
        self.reason = reason
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        try act.require(reason: reason)
        guard until <= tx.now + Self.longest else {
            throw Refusal.invalid("/until", "A pause lasts at most a year. Recycle the lead to marketing instead.")
        }
        try act.pause(until: until)
    }

    package func keep(_ tx: borrowing Transaction, _ desk: Desk) throws {
        try keep(reason, tx)
    }

    private static let longest = Span.days(366)
}

/// Ends a pause before its day.
package struct ResumeClock: LeadCommand {
    package static let name = "resume_clock"

    package var lead: Lead.ID

    package init(lead: Lead.ID) {
        self.lead = lead
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        try act.resume()
    }
}

/// Gives a lead that is late more time, with another next step and the reason.
package struct ExtendLead: LeadCommand {
    package static let name = "extend_lead"
    package static let permission = Permission.reassignLeads

    package var lead: Lead.ID
    package var next: NextStep
    package var reason: String

    package init(lead: Lead.ID, next: NextStep, reason: String) {
        self.lead = lead
        self.next = next
        self.reason = reason
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        try act.require(reason: reason)
        try act.extend(next)
    }

    package func keep(_ tx: borrowing Transaction, _ desk: Desk) throws {
        try keep(reason, tx)
    }
}
