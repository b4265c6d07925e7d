package import LeadCore

/// What a lead that is not saved yet comes with, where conditions look at more than its life.
package struct SubjectBirth: Sendable {
    package var contact: Contact.ID
    package var intent: Intent?
    package var campaign: Campaign.ID?
    package var respondedAt: Instant?
    package var fields: [String: FieldValue]

    package init(
        contact: Contact.ID,
        intent: Intent?,
        campaign: Campaign.ID?,
        respondedAt: Instant?,
        fields: [String: FieldValue]
    ) {
        self.contact = contact
        self.intent = intent
        self.campaign = campaign
        self.respondedAt = respondedAt
        self.fields = fields
    }
}

extension Snapshot {
    /// A lead as conditions see it.
    ///
    /// - Parameter birth: what it comes with while it is not saved.
    package func subject(
        of lead: Lead,
        birth: SubjectBirth? = nil,
        _ policy: Policy,
        now: Instant
    ) throws -> LeadSubject {
        var subject = LeadSubject(now: now, zone: policy.calendar.zone)
        subject.set(lead)
        try setAccount(lead.account, &subject, policy)
        let contact: Contact.ID? =
            if let birth { birth.contact } else { try value("SELECT contact_id FROM leads WHERE id = \(lead.id)") }
        if let contact { try setContact(contact, &subject) }
        if let birth {
            subject.set(.intent, key: birth.intent?.rawValue)
            subject.set(.responseCampaign, key: birth.campaign?.description)
            subject.set(.responded, time: birth.respondedAt)
            for (key, value) in birth.fields { subject.set(key, value) }
        } else {
            try setResponse(lead.id, &subject)
            for field in try fields(of: lead.id, as: policy.process.fields) { subject.set(field.key, field.value) }
        }
        if let campaign = lead.campaign {
            subject.set(.campaignName, text: try value("SELECT name FROM campaigns WHERE id = \(campaign)"))
        }
        try setValue(of: lead, &subject, policy)
        return subject
    }

    private func setAccount(_ id: Account.ID, _ subject: inout LeadSubject, _ policy: Policy) throws {
        let found: LeadSubject? = try first(
            """
            SELECT name, personal, country, region, postal_code, city, industry, employees, revenue, revenue_currency
            FROM accounts WHERE id = \(id)
            """
        ) { row in
            var known = subject
            let name: String = try row.next()
            let personal: Bool = try row.next()
            known[.personal] = .flag(personal)
            known.set(.accountName, text: personal ? nil : name)
            for fact in [LeadFact.country, .region, .postalCode, .city, .industry] {
                known.set(fact, text: try row.next())
            }
            known.set(.employees, number: try row.next())
            let revenue: Int64? = try row.next()
            let currency: String? = try row.next()
            known.set(.revenue, money: revenue.map { Money(minor: $0, currency: currency ?? policy.currency) })
            return known
        }
        if let found { subject = found }
        let sale: Int? = try value(
            "SELECT 1 FROM opportunities WHERE account_id = \(id) AND kind = \(OpportunityStage.Kind.won) LIMIT 1"
        )
        subject[.customer] = .flag(sale != nil)
    }

    private func setContact(_ id: Contact.ID, _ subject: inout LeadSubject) throws {
        let found: [String?]? = try first("SELECT name, title, email, country, city FROM contacts WHERE id = \(id)") {
            row in [try row.next(), try row.next(), try row.next(), try row.next(), try row.next()]
        }
        guard let found else { return }
        let facts: [LeadFact] = [.contactName, .title, .email, .contactCountry, .contactCity]
        for (fact, text) in zip(facts, found) { subject.set(fact, text: text) }
    }

    private func setResponse(_ lead: Lead.ID, _ subject: inout LeadSubject) throws {
        let last = try first(
            "SELECT intent, campaign_id, at FROM responses WHERE lead_id = \(lead) ORDER BY at DESC, id DESC LIMIT 1"
        ) { row in (try row.next() as String?, try row.next() as Campaign.ID?, try row.next() as Instant) }
        guard let last else { return }
        subject.set(.intent, key: last.0)
        subject.set(.responseCampaign, key: last.1?.description)
        subject.set(.responded, time: last.2)
    }

    private func setValue(of lead: Lead, _ subject: inout LeadSubject, _ policy: Policy) throws {
        let classValue = try first(
            "SELECT default_value, currency FROM product_classes WHERE id = \(lead.productClass)"
        ) { row in try Money(&row) }
        let basis = ValueBasis(
            kind: lead.kind,
            grade: lead.grade,
            stated: lead.value,
            classValue: classValue ?? nil,
            deal: lead.opportunity == nil ? nil : try valueDeals(of: [lead.id])[lead.id]
        )
        subject.set(.expectedValue, money: policy.expectedValue(basis).value)
    }

    /// The person who holds an account: the owner of its latest open deal, else of its latest won deal, else of its latest open
    /// lead besides the one asked about.
    package func holder(of account: Account.ID, besides lead: Lead.ID) throws -> User.ID? {
        for kind in [OpportunityStage.Kind.open, .won] {
            let owner: User.ID? = try value(
                """
                SELECT owner_id FROM opportunities WHERE account_id = \(account) AND kind = \(kind) AND owner_id IS NOT NULL
                ORDER BY created_at DESC, id DESC LIMIT 1
                """
            )
            if let owner { return owner }
        }
        let owner: Owner? = try value(
            """
            SELECT owner FROM leads WHERE account_id = \(account) AND open AND id <> \(lead) AND owner LIKE 'person:%'
            ORDER BY owner_since DESC, id DESC LIMIT 1
            """
        )
        return owner?.person
    }
}
