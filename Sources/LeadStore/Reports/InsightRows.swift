package import LeadCore

/// How far a reader of the workspace's history has come: the last row seen of each table that only grows.
package struct HistoryCursor: Hashable, Sendable {
    package var ledger: Int64 = 0
    package var stays: Int64 = 0
    package var clocks: Int64 = 0
    package var responses: Int64 = 0
    /// Changes when history was taken back (an undone import): whoever follows starts over.
    package var epoch = ""

    package init() {}
}

/// A lead's facts as reports count by them.
package struct LeadFactRow: Sendable {
    package var id: Lead.ID
    package var createdAt: Instant
    package var source: Source.ID
    package var campaign: Campaign.ID?
    package var productClass: ProductClass.ID
    package var account: Account.ID
    package var grade: Grade?
    package var marketingOwner: User.ID?
    /// What somebody said that it is worth.
    package var value: Money?
}

package struct StayRow: Sendable {
    package var subject: [UInt8]
    package var dimension: Dimension
    package var value: String
    package var enteredAt: Instant
    package var cause: WakeCause?
}

package struct ClockRow: Sendable {
    package var id: Clock.ID
    package var lead: Lead.ID
    package var kind: ClockKind
    package var owner: Owner
    package var startedAt: Instant
    package var dueAt: Instant
    package var stoppedAt: Instant?
    package var met: Bool?
}

package struct ResponseFactRow: Sendable {
    package var contact: Contact.ID
    package var campaign: Campaign.ID?
    package var lead: Lead.ID?
    package var source: Source.ID?
    package var at: Instant
}

package struct DealFactRow: Sendable {
    package var id: Opportunity.ID
    package var createdAt: Instant
    package var stage: String
    package var stageSince: Instant
    package var kind: OpportunityStage.Kind
    package var owner: User.ID?
    package var product: Product.ID?
    package var amount: Money?
    package var closedAt: Instant?
    package var lostReason: String?
    package var competitor: String?
    package var rank: Int?
    package var account: Account.ID?
    package var productClass: ProductClass.ID?
}

extension Snapshot {
    package func historyCursor() throws -> HistoryCursor {
        var cursor = HistoryCursor()
        cursor.ledger = try value("SELECT MAX(seq) FROM ledger") ?? 0
        cursor.stays = try value("SELECT MAX(seq) FROM stays") ?? 0
        cursor.clocks = try value("SELECT MAX(seq) FROM clocks") ?? 0
        cursor.responses = try value("SELECT MAX(seq) FROM responses") ?? 0
        cursor.epoch = try setting("history_epoch") ?? ""
        return cursor
    }

    package func eachChangedLead(since cursor: HistoryCursor, _ body: (LeadFactRow) throws -> Void) throws {
        try each(
            """
            SELECT id, created_at, source_id, campaign_id, class_id, account_id, grade, marketing_owner, value, currency
            FROM leads \(changed("lead_id", cursor))
            """
        ) { row in
            try body(
                LeadFactRow(
                    id: try row.next(),
                    createdAt: try row.next(),
                    source: try row.next(),
                    campaign: try row.next(),
                    productClass: try row.next(),
                    account: try row.next(),
                    grade: try row.next(),
                    marketingOwner: try row.next(),
                    value: try Money(&row)
                )
            )
        }
    }

    package func eachStay(since cursor: HistoryCursor, _ body: (StayRow) throws -> Void) throws {
        try each(
            "SELECT subject_id, dimension, value, entered_at, cause FROM stays WHERE seq > \(cursor.stays) ORDER BY seq"
        ) { row in
            try body(
                StayRow(
                    subject: try row.next(),
                    dimension: try row.next(),
                    value: try row.next(),
                    enteredAt: try row.next(),
                    cause: try row.next()
                )
            )
        }
    }

    /// Clocks that started since, and those of changed leads that have stopped or moved since.
    package func eachClock(since cursor: HistoryCursor, _ body: (ClockRow, _ isNew: Bool) throws -> Void) throws {
        let older: SQL =
            cursor.ledger == 0
            ? ""
            : """
            OR (stopped_at IS NOT NULL AND lead_id IN (SELECT lead_id FROM ledger WHERE seq > \(cursor.ledger)))
            OR lead_id IN (SELECT lead_id FROM ledger WHERE seq > \(cursor.ledger)
              AND kind IN ('clock_paused', 'clock_resumed', 'clock_rescheduled'))
            """
        try each(
            """
            SELECT id, lead_id, kind, owner, started_at, due_at, stopped_at, met, seq FROM clocks
            WHERE seq > \(cursor.clocks) \(older) ORDER BY seq
            """
        ) { row in
            let clock = ClockRow(
                id: try row.next(),
                lead: try row.next(),
                kind: try row.next(),
                owner: try row.next(),
                startedAt: try row.next(),
                dueAt: try row.next(),
                stoppedAt: try row.next(),
                met: try row.next()
            )
            try body(clock, try row.next() as Int64 > cursor.clocks)
        }
    }

    package func eachResponse(since cursor: HistoryCursor, _ body: (ResponseFactRow) throws -> Void) throws {
        try each(
            """
            SELECT responses.contact_id, responses.campaign_id, responses.lead_id, leads.source_id, responses.at
            FROM responses LEFT JOIN leads ON leads.id = responses.lead_id
            WHERE responses.seq > \(cursor.responses) ORDER BY responses.seq
            """
        ) { row in
            try body(
                ResponseFactRow(
                    contact: try row.next(),
                    campaign: try row.next(),
                    lead: try row.next(),
                    source: try row.next(),
                    at: try row.next()
                )
            )
        }
    }

    package func eachChangedDeal(since cursor: HistoryCursor, _ body: (DealFactRow) throws -> Void) throws {
        try each(
            """
            SELECT id, created_at, stage, stage_since, kind, owner_id, product_id, amount, currency, closed_at,
              lost_reason, competitor, rank, account_id, class_id
            FROM (SELECT * FROM opportunities WHERE kind <> \(OpportunityStage.Kind.withdrawn)) AS opportunities
            \(changed("opportunity_id", cursor, of: "opportunities"))
            """
        ) { row in
            try body(
                DealFactRow(
                    id: try row.next(),
                    createdAt: try row.next(),
                    stage: try row.next(),
                    stageSince: try row.next(),
                    kind: try row.next(),
                    owner: try row.next(),
                    product: try row.next(),
                    amount: try Money(&row),
                    closedAt: try row.next(),
                    lostReason: try row.next(),
                    competitor: try row.next(),
                    rank: try row.next(),
                    account: try row.next(),
                    productClass: try row.next()
                )
            )
        }
    }

    /// The leads that became a deal.
    package func leads(convertedTo opportunity: Opportunity.ID) throws -> [Lead.ID] {
        try all("SELECT id FROM leads WHERE opportunity_id = \(opportunity)") { row in try row.next() }
    }

    private func changed(_ column: String, _ cursor: HistoryCursor, of table: String = "leads") -> SQL {
        guard cursor.ledger > 0 else { return "" }
        return """
            WHERE \(raw: table).id IN
              (SELECT \(raw: column) FROM ledger WHERE seq > \(cursor.ledger) AND \(raw: column) IS NOT NULL)
            """
    }
}
