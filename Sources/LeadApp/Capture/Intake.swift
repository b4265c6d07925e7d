import LeadCore
import LeadStore

/// What happens to one arrival once it is stored: who is it, about what, and is there a lead already.
struct Intake {
    let inquiry: Inquiry
    let capture: CaptureLead

    init(_ inquiry: Inquiry, _ capture: CaptureLead) {
        self.inquiry = inquiry
        self.capture = capture
    }

    func run(_ submission: Submission.ID, _ tx: borrowing Transaction, _ desk: Desk) throws -> DecidedSubmission {
        try inquiry.requireSomebody()
        try inquiry.requireFitting()
        let names = try References(inquiry, createsMissing: capture.createsMissing, tx)
        let person = try Identification(inquiry, region: desk.policy.region).identify(tx)
        if inquiry.contactOnly == true {
            return DecidedSubmission(id: submission, outcome: .contactOnly, contact: person.contact)
        }
        let response = try tx.respond(
            contact: person.contact,
            event: inquiry.event ?? submission.description,
            campaign: names.campaign,
            at: inquiry.occurredAt ?? tx.now,
            submission: submission
        )
        if let open = try tx.read.openLead(of: person.account, in: names.productClass), !bringsClosedHistory(desk) {
            return try join(open, person, response, names, submission, tx, desk)
        }
        return try create(person, response, names, submission, tx, desk)
    }

    /// A lead whose history ends closed is history of its own and never joins an open one.
    private func bringsClosedHistory(_ desk: Desk) -> Bool {
        guard let last = capture.history.last, let kind = desk.policy.process.kind(of: last.status) else {
            return false
        }
        return !kind.isOpen
    }

    private func join(
        _ id: Lead.ID,
        _ person: Identification.Person,
        _ response: (id: Response.ID, isNew: Bool),
        _ names: References,
        _ submission: Submission.ID,
        _ tx: borrowing Transaction,
        _ desk: Desk
    ) throws -> DecidedSubmission {
        guard let lead = try tx.read.lead(id) else { throw Refusal.notFound("lead") }
        var act = LeadAct(lead, facts: desk.facts(tx), newClockID: tx.newClockID)
        if response.isNew {
            try act.respond(.init(response: response.id, campaign: names.campaign))
            try tx.attach(response.id, to: id)
        }
        if try !tx.read.isLinked(person.contact, to: id) {
            try act.link(person.contact, as: .responder)
            try tx.index(id, person.searchText)
        }
        try tx.update(act)
        try keepMessage(on: id, person.contact, tx)
        return DecidedSubmission(id: submission, outcome: .joined, lead: id, contact: person.contact)
    }

    private func create(
        _ person: Identification.Person,
        _ response: (id: Response.ID, isNew: Bool),
        _ names: References,
        _ submission: Submission.ID,
        _ tx: borrowing Transaction,
        _ desk: Desk
    ) throws -> DecidedSubmission {
        let id: Lead.ID = tx.newID()
        guard let start = desk.policy.process.first(.new) else {
            throw Refusal(.conflict, "no_such_kind", "The lead process has no status of kind new.")
        }
        let captured = LeadEvent.Captured(
            account: person.account,
            productClass: names.productClass,
            source: names.source,
            campaign: names.campaign,
            status: start.status,
            kind: start.kind,
            value: try inquiry.value ?? tx.read.defaultValue(of: names.productClass),
            submission: submission
        )
        let facts = desk.facts(tx)
        var act = LeadAct.capture(
            id,
            captured,
            at: inquiry.occurredAt ?? tx.now,
            response: response.isNew ? .init(response: response.id, campaign: names.campaign) : nil,
            contact: .init(contact: person.contact, role: .responder),
            facts: facts,
            newClockID: tx.newClockID
        )
        if capture.history.isEmpty {
            act.takeIntoCustody(try names.allotment(tx, desk))
        } else {
            try History(capture.history, inquiry).bring(into: &act, names, person, tx, desk)
        }
        try tx.insert(
            act,
            LeadBirth(contact: person.contact, incomplete: inquiry.gaps, searchText: person.searchText)
        )
        if response.isNew { try tx.attach(response.id, to: id) }
        try keepMessage(on: id, person.contact, tx)
        return DecidedSubmission(id: submission, outcome: .newLead, lead: id, contact: person.contact)
    }

    private func keepMessage(on lead: Lead.ID, _ contact: Contact.ID, _ tx: borrowing Transaction) throws {
        guard let message = inquiry.message?.trimmed else { return }
        try tx.log(
            ActivityRecord(
                lead: lead,
                contact: contact,
                inbound: true,
                channel: capture.channel.rawValue,
                outcome: nil,
                at: inquiry.occurredAt ?? tx.now,
                note: message
            )
        )
    }
}
