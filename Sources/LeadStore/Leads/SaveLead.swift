package import LeadCore

/// What a lead has besides its life-cycle state when it is born.
package struct LeadBirth: Sendable {
    package var contact: Contact.ID
    /// What is missing for sales to use it (requirement A7), as keys; empty when complete.
    package var incomplete: [String]
    /// Found by the search page: names, company, e-mail, phone.
    package var searchText: String

    package init(contact: Contact.ID, incomplete: [String], searchText: String) {
        self.contact = contact
        self.incomplete = incomplete
        self.searchText = searchText
    }
}

extension Transaction {
    /// Saves a new lead: state, ledger, stays, clocks and search text.
    package func insert(_ act: LeadAct, _ birth: LeadBirth) throws {
        let lead = act.lead
        let incomplete = birth.incomplete.isEmpty ? nil : birth.incomplete.joined(separator: " ")
        try run(
            """
            INSERT INTO leads (id, account_id, contact_id, class_id, source_id, campaign_id, created_at, status, kind, open,
              status_since, owner, owner_since, marketing_owner, next_step, next_due_at, levels, grade, attempts,
              first_attempt_at, responses, offer_giver, offer_gate, reason, opportunity_id, value, currency, tried,
              incomplete, version)
            VALUES (\(lead.id), \(lead.account), \(birth.contact), \(lead.productClass), \(lead.source), \(lead.campaign),
              \(lead.createdAt), \(lead.status), \(lead.kind), \(lead.isOpen), \(lead.statusSince), \(lead.owner),
              \(lead.ownerSince), \(lead.marketingOwner), \(lead.nextStep?.what), \(lead.nextStep?.dueAt),
              \(try JSON.text(lead.qualification)), \(lead.grade), \(lead.attempts), \(lead.firstAttemptAt),
              \(lead.responses), \(lead.offer?.giver), \(lead.offer?.gateVersion), \(lead.reason), \(lead.opportunity),
              \(lead.value?.minor), \(lead.value?.currency), \(lead.tried.description), \(incomplete), 1)
            """
        )
        try index(lead.id, birth.searchText)
        try saveHistory(of: act)
    }

    /// Saves what an act did to a lead; refuses when somebody else has changed the lead since it was read.
    package func update(_ act: LeadAct) throws {
        guard !act.records.isEmpty else { return }
        try updateState(act.lead)
        try saveHistory(of: act)
    }

    /// Saves the state alone, without history of how it came about.
    func updateState(_ lead: Lead) throws {
        let changed = try run(
            """
            UPDATE leads SET status = \(lead.status), kind = \(lead.kind), open = \(lead.isOpen),
              status_since = \(lead.statusSince), owner = \(lead.owner), owner_since = \(lead.ownerSince),
              marketing_owner = \(lead.marketingOwner), next_step = \(lead.nextStep?.what),
              next_due_at = \(lead.nextStep?.dueAt), levels = \(try JSON.text(lead.qualification)),
              grade = \(lead.grade), attempts = \(lead.attempts), first_attempt_at = \(lead.firstAttemptAt),
              responses = \(lead.responses), offer_giver = \(lead.offer?.giver),
              offer_gate = \(lead.offer?.gateVersion), reason = \(lead.reason),
              opportunity_id = \(lead.opportunity), value = \(lead.value?.minor),
              currency = \(lead.value?.currency), tried = \(lead.tried.description), account_id = \(lead.account),
              class_id = \(lead.productClass), merged_into = \(lead.mergedInto), version = version + 1
            WHERE id = \(lead.id) AND version = \(lead.version)
            """
        )
        guard changed == 1 else { throw Refusal.changedMeanwhile }
    }

    private func saveHistory(of act: LeadAct) throws {
        let id = act.lead.id
        for record in act.records {
            try run(
                """
                INSERT INTO ledger (lead_id, kind, at, recorded_at, actor_id, policy, details, on_behalf_of)
                VALUES (\(id), \(record.event.kind), \(record.at), \(now), \(record.actor), \(record.policy),
                  \(try details(of: record.event, on: id, under: act.facts.policy)), \(record.onBehalfOf))
                """
            )
            try saveEffect(of: record, on: id, act)
        }
        try saveFirstValue(of: act)
        if let trace = act.routing, act.records.contains(where: { $0.event.kind == .assigned }) {
            try keep(trace, of: id)
        }
        if act.records.contains(where: { $0.event.kind == .corrected }) {
            try rewriteStays(of: id, calendar: act.facts.policy.calendar)
        } else {
            try saveStays(of: act)
        }
    }

    private func saveEffect(of record: LeadAct.Record, on id: Lead.ID, _ act: LeadAct) throws {
        switch record.event {
        case .contactLinked(let link):
            try run(
                """
                INSERT INTO lead_contacts (lead_id, contact_id, role, linked_at)
                VALUES (\(id), \(link.contact), \(link.role), \(record.at))
                ON CONFLICT (lead_id, contact_id) DO UPDATE SET role = excluded.role
                """
            )
            if let former = link.insteadOf { try replace(former, by: link.contact, on: id) }
        case .contactUnlinked(let link):
            try run("DELETE FROM lead_contacts WHERE lead_id = \(id) AND contact_id = \(link.contact)")
            try takeFace(link.contact, off: id)
        case .restored(let restored): try restore(id, clocks: restored.clocks)
        case .skipped(let skipped): try save(skipped, of: id, record)
        case .takenBack(let taken): try takeBack(taken, of: id)
        default: try saveClock(record, of: act)
        }
    }

    /// Gives somebody the place, and the time in it, of one who turned out to be the same person.
    private func replace(_ former: Contact.ID, by contact: Contact.ID, on id: Lead.ID) throws {
        try run(
            """
            UPDATE lead_contacts SET linked_at = (SELECT MIN(linked_at) FROM lead_contacts AS pair
              WHERE pair.lead_id = \(id) AND pair.contact_id IN (\(former), \(contact)))
            WHERE lead_id = \(id) AND contact_id = \(contact)
            """
        )
        try run("DELETE FROM lead_contacts WHERE lead_id = \(id) AND contact_id = \(former)")
        try run("UPDATE leads SET contact_id = \(contact) WHERE id = \(id) AND contact_id = \(former)")
    }

    /// The longest linked other person becomes the lead's face, and nobody finds it by the one who left.
    private func takeFace(_ contact: Contact.ID, off id: Lead.ID) throws {
        try run(
            """
            UPDATE leads SET contact_id = (SELECT contact_id FROM lead_contacts
              WHERE lead_id = \(id) ORDER BY linked_at, contact_id LIMIT 1)
            WHERE id = \(id) AND contact_id = \(contact)
            """
        )
        try reindex(id)
    }

    /// Closes the stays that ended and opens those that began, so that they tile the lead's life.
    private func saveStays(of act: LeadAct) throws {
        let lead = act.lead
        for dimension in [Dimension.status, .owner] {
            let ended = act.endedStays.filter { $0.dimension == dimension }
            let current = dimension == .status ? lead.status.rawValue : lead.owner.description
            let since = dimension == .status ? lead.statusSince : lead.ownerSince
            try save(
                ended,
                current: current,
                since: since,
                dimension: dimension,
                of: lead.id.bytes,
                isNew: lead.version == 0,
                cause: dimension == .status ? act.cause : nil
            )
        }
    }

    func save(
        _ ended: [Stay],
        current: String,
        since: Instant,
        dimension: Dimension,
        of subject: [UInt8],
        isNew: Bool,
        cause: WakeCause? = nil
    ) throws {
        if !isNew {
            guard let first = ended.first else { return }
            try run(
                """
                UPDATE stays SET left_at = \(first.leftAt), working = \(first.working)
                WHERE subject_id = \(subject) AND dimension = \(dimension) AND left_at IS NULL
                """
            )
        }
        for stay in isNew ? ended[...] : ended.dropFirst() {
            try run(
                """
                INSERT INTO stays (subject_id, dimension, value, entered_at, left_at, working, cause)
                VALUES (\(subject), \(dimension), \(stay.value), \(stay.enteredAt), \(stay.leftAt), \(stay.working),
                  \(stay.cause))
                """
            )
        }
        try run(
            """
            INSERT INTO stays (subject_id, dimension, value, entered_at, cause)
            VALUES (\(subject), \(dimension), \(current), \(since), \(cause))
            """
        )
    }
}

extension Refusal {
    /// Two people acted at once; the door tries once more before it says so.
    package static let changedMeanwhile = Refusal(
        .conflict,
        "changed_meanwhile",
        "Somebody else changed this at the same moment. Look again and repeat."
    )
}
