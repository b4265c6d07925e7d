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
        let (identification, fields, names) = try read(tx, desk)
        let person = try identify(identification, tx, desk)
        var decided = try place(person, names, fields, submission, tx, desk)
        if let other = person.otherCompany {
            try keep(other, person.contact, on: decided.lead, tx)
            decided.company = other.isTold ? other : nil
        }
        return decided
    }

    /// What somebody's inquiry is: no lead, one more response to a lead that there is, or a lead.
    private func place(
        _ person: Identification.Person,
        _ names: References,
        _ fields: InquiryFields,
        _ submission: Submission.ID,
        _ tx: borrowing Transaction,
        _ desk: Desk
    ) throws -> DecidedSubmission {
        if inquiry.contactOnly == true {
            return DecidedSubmission(id: submission, outcome: .contactOnly, contact: person.contact)
        }
        let response = try respond(person, names, submission, tx)
        if let open = try tx.read.joinableLead(of: person.account, in: names.productClass), !bringsClosedHistory(desk) {
            return try join(open, person, response, names, fields, submission, tx, desk)
        }
        let place = SignalPlace(account: person.account, productClass: names.productClass)
        let book = try SignalBook(place, tx.read, desk.policy, now: tx.now)
        guard makesLead(book, desk) else {
            try answer(person, response, names, lead: nil, tx, desk)
            return DecidedSubmission(signal: submission, book, contact: person.contact)
        }
        return try create(person, response, book, names, fields, submission, tx, desk)
    }

    /// Reads the inquiry by the workspace's rules; everything that is wrong with it is said at once.
    private func read(
        _ tx: borrowing Transaction,
        _ desk: Desk
    ) throws -> (Identification, InquiryFields, References) {
        var faults = Faults()
        _ = try faults.check { try inquiry.requireSomebody() }
        _ = try faults.check { try inquiry.requireFitting() }
        // Texts that are too long are not looked up.
        guard faults.isEmpty else { throw faults.refusal }
        let identification = try faults.check { try Identification(inquiry, region: desk.policy.region) }
        let names = try faults.check { try References(inquiry, createsMissing: capture.createsMissing, tx) }
        let fields = try faults.check { try InquiryFields(inquiry, desk.policy) }
        _ = try faults.check { try desk.facts(tx).requirePast(inquiry.occurredAt ?? tx.now) }
        guard let identification, let fields, let names, faults.isEmpty else { throw faults.refusal }
        return (identification, fields, names)
    }

    private func identify(
        _ identification: Identification,
        _ tx: borrowing Transaction,
        _ desk: Desk
    ) throws -> Identification.Person {
        guard let known = capture.recognizing else { return try identification.identify(tx, for: desk.access) }
        return try identification.known(known, tx)
    }

    /// The response that this arrival is, counted once; nil when it is none of its own.
    private func respond(
        _ person: Identification.Person,
        _ names: References,
        _ submission: Submission.ID,
        _ tx: borrowing Transaction
    ) throws -> (id: Response.ID, isNew: Bool)? {
        guard capture.recognizing == nil else { return nil }
        return try tx.respond(
            contact: person.contact,
            event: inquiry.event ?? submission.description,
            campaign: names.campaign,
            at: inquiry.occurredAt ?? tx.now,
            submission: submission,
            intent: inquiry.intent ?? .contact,
            about: names.productClass
        )
    }

    /// Whether this arrival is a lead by itself, or makes one together with what came before (requirement B9).
    private func makesLead(_ book: SignalBook, _ desk: Desk) -> Bool {
        guard capture.history.isEmpty else { return true }
        switch desk.policy.recognition.rule(for: inquiry.intent ?? .contact).treatment {
        case .lead: return true
        case .signal: return book.recognition.isLead
        case .serve: return false
        }
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
        _ response: (id: Response.ID, isNew: Bool)?,
        _ names: References,
        _ fields: InquiryFields,
        _ submission: Submission.ID,
        _ tx: borrowing Transaction,
        _ desk: Desk
    ) throws -> DecidedSubmission {
        guard let lead = try tx.read.lead(id) else { throw Refusal.notFound("lead") }
        var act = try desk.act(on: lead, tx)
        if let response, response.isNew {
            try act.respond(.init(response: response.id, campaign: names.campaign))
            try tx.attach(response.id, to: id)
        }
        if try !tx.read.isLinked(person.contact, to: id) {
            try act.link(person.contact, as: .responder)
            try tx.index(id, person.searchText)
        }
        try fields.fill(&act, tx, desk)
        try tx.update(act)
        try tx.fillWayToReach(of: id)
        if capture.channel != .file { try tx.announce(act) }
        try keepMessage(on: id, person.contact, tx)
        try answer(person, response, names, lead: id, tx, desk)
        return DecidedSubmission(id: submission, outcome: .joined, lead: id, contact: person.contact)
    }

    private func create(
        _ person: Identification.Person,
        _ response: (id: Response.ID, isNew: Bool)?,
        _ book: SignalBook,
        _ names: References,
        _ fields: InquiryFields,
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
            value: inquiry.value,
            submission: submission
        )
        let facts = desk.facts(tx)
        var act = try LeadAct.capture(
            id,
            captured,
            at: inquiry.occurredAt ?? tx.now,
            response: response.flatMap { $0.isNew ? .init(response: $0.id, campaign: names.campaign) : nil },
            contact: .init(contact: person.contact, role: .responder),
            facts: facts,
            newClockID: tx.newClockID
        )
        if capture.history.isEmpty {
            let allotment = try names.allotment(
                &act,
                birth(person, response, names, fields, tx),
                capture.channel,
                byRules: capture.byRules ?? true,
                tx,
                desk
            )
            act.takeIntoCustody(allotment)
            if let owner = try marketingOwner(names, tx) { act.setMarketingOwner(owner) }
        } else {
            try History(capture.history, inquiry).bring(
                into: &act,
                names,
                person,
                birth(person, response, names, fields, tx),
                byRules: capture.byRules ?? true,
                tx,
                desk
            )
        }
        act.setFields(fields.keys)
        let earlier = book.rows.filter { $0.signal.response != response?.id }
        if act.lead.isOpen, !earlier.isEmpty { try claim(earlier, book, for: &act, person) }
        try tx.insert(
            act,
            LeadBirth(contact: person.contact, incomplete: inquiry.gaps, searchText: person.searchText)
        )
        try fields.save(on: id, tx)
        if capture.channel != .file { try tx.announce(act) }
        if let response, response.isNew { try tx.attach(response.id, to: id) }
        if act.lead.isOpen { try attach(earlier, to: id, person, tx) }
        try keepMessage(on: id, person.contact, tx)
        try answer(person, response, names, lead: id, tx, desk)
        return DecidedSubmission(id: submission, outcome: .newLead, lead: id, contact: person.contact)
    }

    /// What the rules see of a lead that is not saved yet.
    private func birth(
        _ person: Identification.Person,
        _ response: (id: Response.ID, isNew: Bool)?,
        _ names: References,
        _ fields: InquiryFields,
        _ tx: borrowing Transaction
    ) -> SubjectBirth {
        SubjectBirth(
            contact: person.contact,
            intent: response.map { _ in inquiry.intent ?? .contact },
            campaign: response.flatMap { _ in names.campaign },
            respondedAt: response.map { _ in inquiry.occurredAt ?? tx.now },
            fields: fields.byKey
        )
    }

    /// Who in marketing brought the lead (requirement E6): the campaign's owner, or the marketer who entered it.
    private func marketingOwner(_ names: References, _ tx: borrowing Transaction) throws -> User.ID? {
        let owner = try names.campaign.flatMap { try tx.read.owner(of: $0) }
        return owner ?? (tx.actor.role == .marketing ? tx.actor.user : nil)
    }

    /// Keeps a company as it was written, on the lead's timeline, where somebody can say that the person works there now.
    private func keep(
        _ company: StatedCompany,
        _ contact: Contact.ID,
        on lead: Lead.ID?,
        _ tx: borrowing Transaction
    ) throws {
        guard let lead else { return }
        try tx.log(.stated(company.stated, by: contact, on: lead, at: inquiry.occurredAt ?? tx.now))
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
