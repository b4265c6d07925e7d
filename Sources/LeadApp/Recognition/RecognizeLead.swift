package import LeadCore
package import LeadStore

/// Makes a lead of an account's signals, whatever they count: a person's own judgement.
///
/// It is a capture like any other, of the person who showed most interest, and the lead claims all signals.
package struct RecognizeLead: Command {
    package typealias Outcome = Captured
    package static let name = "recognize_lead"
    package static let permission = Permission.editCampaigns

    package var account: Account.ID
    package var productClass: ProductClass.ID

    package init(account: Account.ID, productClass: ProductClass.ID) {
        self.account = account
        self.productClass = productClass
    }

    package var subject: String? { "account:\(account)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Captured {
        let place = SignalPlace(account: account, productClass: productClass)
        let book = try SignalBook(place, tx.read, desk.policy, now: tx.now)
        guard let leading = book.leading else {
            throw Refusal(.conflict, "no_signals", "There are no signals of this account for this product class.")
        }
        return try capture(leading, channel: .page, tx, desk)
    }

    /// The signals' own account of who asks for what, as an inquiry.
    func capture(
        _ leading: SignalRow,
        channel: CaptureChannel,
        _ tx: borrowing Transaction,
        _ desk: Desk
    ) throws -> Captured {
        guard let contact = try tx.read.contact(leading.signal.contact) else { throw Refusal.notFound("contact") }
        var inquiry = Inquiry()
        inquiry.name = contact.name
        inquiry.email = contact.email
        inquiry.phone = contact.phone
        inquiry.company = leading.isPersonal ? nil : leading.accountName
        inquiry.productClass = leading.className
        inquiry.campaign = leading.campaignName
        inquiry.source = try leading.submission.flatMap { try tx.read.sourceName(of: $0) }
        inquiry.intent = .contact
        let raw = try JSON.text(["account": account.description, "productClass": productClass.description])
        var capture = CaptureLead(
            raw: Array(raw.utf8),
            contentType: "application/json",
            channel: channel,
            inquiry: inquiry
        )
        capture.recognizing = leading.signal.contact
        let captured = try capture.perform(tx, desk)
        if let refusal = captured.refusal { throw refusal }
        return captured
    }
}

/// Logs what we did towards people about a product class: mailings, brochures, invitations.
///
/// It counts beside their signals, and what becomes enough by it is a lead at once.
package struct LogTouches: Command {
    package static let name = "log_touches"
    package static let permission = Permission.editCampaigns
    package static let most = 1_000

    package struct Outcome: Codable, Hashable, Sendable {
        package var logged: Int
        /// Addresses of nobody whom we know.
        package var unknown: [String]
        /// Leads that were recognised by it.
        package var leads: [Lead.ID]
    }

    package var contacts: [Contact.ID]
    package var emails: [String]
    /// Name of a product class, and of the campaign that it belongs to.
    package var productClass: String
    package var campaign: String?
    package var kind: Touch.Kind
    /// Now when nil.
    package var at: Instant?

    package init(
        contacts: [Contact.ID] = [],
        emails: [String] = [],
        productClass: String,
        campaign: String? = nil,
        kind: Touch.Kind,
        at: Instant? = nil
    ) {
        self.contacts = contacts
        self.emails = emails
        self.productClass = productClass
        self.campaign = campaign
        self.kind = kind
        self.at = at
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        guard (1...Self.most).contains(contacts.count + emails.count) else {
            throw Refusal.invalid("/emails", "Name 1 to \(Self.most) people by id or e-mail address.")
        }
        guard let productClass = try tx.read.productClass(named: productClass) else {
            throw Refusal.invalid("/productClass", "There is no product class \(productClass).")
        }
        let campaign = try campaign?.trimmed.map { name in
            guard let id = try tx.read.campaign(named: name) else {
                throw Refusal.invalid("/campaign", "There is no campaign \(name). Create it under Campaigns first.")
            }
            return id
        }
        let at = at ?? tx.now
        try Refusal.requirePast(at, now: tx.now, "/at")
        var outcome = Outcome(logged: 0, unknown: [], leads: [])
        let known = try people(tx, &outcome)
        for contact in known {
            _ = try tx.insert(touch: kind, of: contact.id, about: productClass, campaign: campaign, at: at)
        }
        outcome.logged = known.count
        for account in Set(known.map(\.account)).sorted() {
            if let lead = try recognize(account, productClass, tx, desk) { outcome.leads.append(lead) }
        }
        return outcome
    }

    private func people(_ tx: borrowing Transaction, _ outcome: inout Outcome) throws -> [ContactRecord] {
        var people = try contacts.map { id in
            guard let contact = try tx.read.contact(id) else { throw Refusal.notFound("contact") }
            return contact
        }
        for text in emails {
            let found = try EmailKey(text).map {
                try tx.read.contacts(withKey: $0.mailbox, kind: MatchKey.Kind.email.rawValue)
            }
            if let contact = found?.first { people.append(contact) } else { outcome.unknown.append(text) }
        }
        return people
    }

    /// The lead that the signals have become by now, if they have and there is none.
    private func recognize(
        _ account: Account.ID,
        _ productClass: ProductClass.ID,
        _ tx: borrowing Transaction,
        _ desk: Desk
    ) throws -> Lead.ID? {
        let place = SignalPlace(account: account, productClass: productClass)
        let book = try SignalBook(place, tx.read, desk.policy, now: tx.now)
        guard book.recognition.isLead, let leading = book.leading,
            try tx.read.openLead(of: account, in: productClass) == nil
        else { return nil }
        let recognition = RecognizeLead(account: account, productClass: productClass)
        return try recognition.capture(leading, channel: .api, tx, desk).lead
    }
}
