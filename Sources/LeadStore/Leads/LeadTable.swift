package import LeadCore

extension Snapshot {
    /// The life-cycle state of a lead with its running clocks, or nil if there is none.
    package func lead(_ id: Lead.ID) throws -> Lead? {
        let clocks = try runningClocks(of: id)
        return try first(
            """
            SELECT id, account_id, class_id, source_id, campaign_id, created_at, status, kind, status_since, owner,
              owner_since, marketing_owner, next_step, next_due_at, levels, grade, attempts, first_attempt_at, responses,
              offer_giver, offer_gate, reason, opportunity_id, value, currency, tried,
              (SELECT at FROM ledger WHERE lead_id = leads.id ORDER BY seq DESC LIMIT 1), version, merged_into
            FROM leads WHERE id = \(id)
            """
        ) { row in try Lead(&row, clocks: clocks) }
    }

    /// The open lead of an account for a product class: at most one exists.
    package func openLead(of account: Account.ID, in productClass: ProductClass.ID) throws -> Lead.ID? {
        try value("SELECT id FROM leads WHERE account_id = \(account) AND class_id = \(productClass) AND open")
    }

    private func runningClocks(of id: Lead.ID) throws -> [Clock] {
        try all(
            """
            SELECT \(raw: Clock.columns) FROM clocks WHERE lead_id = \(id) AND stopped_at IS NULL ORDER BY id
            """
        ) { row in try Clock(&row) }
    }
}

extension Lead {
    init(_ row: inout Row, clocks: [Clock]) throws {
        self.init(
            id: try row.next(),
            account: try row.next(),
            productClass: try row.next(),
            source: try row.next(),
            campaign: try row.next(),
            createdAt: try row.next(),
            status: try row.next(),
            kind: try row.next(),
            statusSince: try row.next(),
            owner: try row.next(),
            ownerSince: try row.next(),
            marketingOwner: try row.next(),
            nextStep: try Lead.nextStep(&row),
            clocks: clocks,
            qualification: try JSON.value(from: try row.next()),
            grade: try row.next(),
            attempts: try row.next(),
            firstAttemptAt: try row.next(),
            responses: try row.next(),
            offer: try Lead.offer(&row),
            reason: try row.next(),
            opportunity: try row.next(),
            value: try Money(&row),
            tried: try Lead.tried(&row),
            lastAt: try row.next(),
            version: try row.next(),
            mergedInto: try row.next()
        )
    }

    private static func nextStep(_ row: inout Row) throws -> NextStep? {
        let what: String? = try row.next()
        let dueAt: Instant? = try row.next()
        guard let what, let dueAt else { return nil }
        return NextStep(what: what, dueAt: dueAt)
    }

    private static func tried(_ row: inout Row) throws -> AttemptEvidence {
        let text: String = try row.next()
        guard let tried = AttemptEvidence(text) else { throw StoreError.corrupt("tried \(text)") }
        return tried
    }

    private static func offer(_ row: inout Row) throws -> Offer? {
        let giver: Owner? = try row.next()
        let gate: Int? = try row.next()
        guard let giver, let gate else { return nil }
        return Offer(giver: giver, gateVersion: gate)
    }
}

extension Money {
    /// Reads an amount column and the currency column after it; nil when there is no amount.
    init?(_ row: inout Row) throws {
        let minor: Int64? = try row.next()
        let currency: String? = try row.next()
        guard let minor, let currency else { return nil }
        self.init(minor: minor, currency: currency)
    }
}

extension Snapshot {
    package func isLinked(_ contact: Contact.ID, to lead: Lead.ID) throws -> Bool {
        try value("SELECT 1 FROM lead_contacts WHERE lead_id = \(lead) AND contact_id = \(contact)") as Int? != nil
    }

    package func contacts(of lead: Lead.ID) throws -> [(Contact.ID, ContactRole)] {
        try all("SELECT contact_id, role FROM lead_contacts WHERE lead_id = \(lead) ORDER BY linked_at") { row in
            (try row.next(), try row.next())
        }
    }
}

extension Snapshot {
    /// Whether a person is on a lead of a scope.
    package func isOnLead(_ contact: Contact.ID, in scope: LeadScope) throws -> Bool {
        try value(
            """
            SELECT 1 FROM lead_contacts JOIN leads ON leads.id = lead_contacts.lead_id
            WHERE lead_contacts.contact_id = \(contact) AND \(scope.condition) LIMIT 1
            """
        ) as Int? != nil
    }
}
