package import LeadCore

/// One lead as lists, boards and work lists show it.
package struct LeadRow: Sendable {
    package var id: Lead.ID
    package var name: String
    /// To call the first contact; nil when unknown or when they asked not to be called.
    package var phone: String?
    package var account: String?
    package var productClass: String
    package var source: String
    package var campaign: String?
    package var status: Status
    package var kind: StatusKind
    package var statusSince: Instant
    package var owner: Owner
    package var ownerSince: Instant
    package var grade: Grade?
    /// What somebody said that it is worth.
    package var value: Money?
    /// What a lead of its class is worth until more is known.
    package var classValue: Money?
    package var opportunity: Opportunity.ID?
    /// The opportunity that it became, as its expected value needs it.
    package var deal: ValueBasis.Deal?
    package var nextStep: NextStep?
    package var createdAt: Instant
    package var attempts: Int
    package var incomplete: [String]
    /// Marketing's part of joint ownership (requirement E6).
    package var marketingOwner: User.ID?
    /// The running clock that is due first, where it was asked for.
    package var clock: Clock?
    /// What the list is sorted by, for the cursor.
    package var sortKey: Int64

    fileprivate static let columns = """
        leads.id, contacts.name, CASE WHEN contacts.do_not_call THEN NULL ELSE contacts.phone END,
          accounts.name, accounts.personal, product_classes.name, sources.name, campaigns.name,
          leads.status, leads.kind, leads.status_since, leads.owner, leads.owner_since, leads.grade, leads.value,
          leads.currency, leads.next_step, leads.next_due_at, leads.created_at, leads.attempts, leads.incomplete,
          product_classes.default_value, product_classes.currency, leads.opportunity_id, leads.marketing_owner
        """

    fileprivate static let tables = """
        leads
        JOIN contacts ON contacts.id = leads.contact_id
        JOIN accounts ON accounts.id = leads.account_id
        JOIN product_classes ON product_classes.id = leads.class_id
        JOIN sources ON sources.id = leads.source_id
        LEFT JOIN campaigns ON campaigns.id = leads.campaign_id
        """

    fileprivate init(_ row: inout Row) throws {
        id = try row.next()
        name = try row.next()
        phone = try row.next()
        let accountName: String = try row.next()
        account = try row.next() ? nil : accountName
        productClass = try row.next()
        source = try row.next()
        campaign = try row.next()
        status = try row.next()
        kind = try row.next()
        statusSince = try row.next()
        owner = try row.next()
        ownerSince = try row.next()
        grade = try row.next()
        value = try Money(&row)
        let what: String? = try row.next()
        let due: Instant? = try row.next()
        nextStep = what.flatMap { what in due.map { NextStep(what: what, dueAt: $0) } }
        createdAt = try row.next()
        attempts = try row.next()
        incomplete = (try row.next() as String?)?.split(separator: " ").map(String.init) ?? []
        classValue = try Money(&row)
        opportunity = try row.next()
        marketingOwner = try row.next()
        sortKey = try row.next()
    }
}

/// A column of the board: how many there are, what they are worth and what they are expected to bring, one sum per currency.
package struct StatusTotal: Sendable {
    package var status: Status
    package var count: Int
    package var values: [Money]
    package var expected: [Money]
}

extension Snapshot {
    /// - Parameter clocks: whether the rows shall carry their running clocks.
    package func leadRows(_ filter: LeadFilter, in scope: LeadScope, clocks: Bool = true) throws -> [LeadRow] {
        try rows(
            """
            SELECT \(raw: LeadRow.columns), \(filter.sortKey) FROM \(raw: LeadRow.tables)
            WHERE \(filter.condition(in: scope)) AND \(filter.page)
            ORDER BY \(filter.order) LIMIT \(filter.limit)
            """,
            clocks: clocks
        )
    }

    /// How many leads there are, counted no further than `limit`.
    package func leadCount(_ filter: LeadFilter, in scope: LeadScope, upTo limit: Int) throws -> Int {
        try value(
            """
            SELECT COUNT(*) FROM
              (SELECT 1 FROM leads WHERE \(filter.condition(in: scope)) LIMIT \(limit)) AS counted
            """
        ) ?? 0
    }

    /// The leads counted by all that decides what they are worth: few rows, read from one index in its order.
    private func alike(_ filter: LeadFilter, in scope: LeadScope) -> SQL {
        """
        SELECT leads.status, leads.kind, leads.class_id, leads.grade, leads.currency, leads.value, COUNT(*) AS n FROM leads
        WHERE \(filter.condition(in: scope))
        GROUP BY leads.status, leads.kind, leads.class_id, leads.grade, leads.currency, leads.value
        """
    }

    package func statusTotals(
        _ filter: LeadFilter,
        in scope: LeadScope,
        _ policy: Policy
    ) throws -> [StatusTotal] {
        let currency = ExpectedValueSQL.currency
        let parts = try all(
            """
            SELECT leads.status, CAST(SUM(leads.n) AS BIGINT), \(currency),
              \(Total.columns(of: ExpectedValueSQL.amount, times: "leads.n")),
              \(Total.columns(of: ExpectedValueSQL.ofLead(policy.chances), times: "leads.n"))
            FROM (\(alike(filter, in: scope))) AS leads JOIN product_classes ON product_classes.id = leads.class_id
            GROUP BY leads.status, \(currency) ORDER BY 1, 3
            """
        ) { row in
            (
                status: try row.next() as Status, count: try row.next() as Int, currency: try row.next() as String?,
                value: try Total(&row).value, expected: try Total(&row).value
            )
        }
        return Dictionary(grouping: parts, by: \.status).map { status, parts in
            StatusTotal(
                status: status,
                count: parts.reduce(0) { $0 + $1.count },
                values: parts.compactMap { part in part.currency.map { Money(minor: part.value, currency: $0) } },
                expected: parts.compactMap { part in part.currency.map { Money(minor: part.expected, currency: $0) } }
            )
        }
    }

    /// What the owners have to do from one moment (or from ever) to another, the longest overdue first.
    ///
    /// Asked owner by owner, so that each comes from its index in order.
    package func workList(of owners: [Owner], dueFrom: Instant?, dueBefore: Instant, limit: Int) throws -> [LeadRow] {
        let found = try owners.flatMap { owner in
            try rows(
                """
                SELECT \(raw: LeadRow.columns), leads.next_due_at FROM \(raw: LeadRow.tables)
                WHERE leads.open AND leads.owner = \(owner) AND leads.next_due_at < \(dueBefore)
                  AND leads.next_due_at >= \(dueFrom ?? Instant(milliseconds: .min))
                ORDER BY leads.next_due_at, leads.id LIMIT \(limit)
                """
            )
        }
        return Array(found.sorted { ($0.sortKey, $0.id) < ($1.sortKey, $1.id) }.prefix(limit))
    }

    /// How many steps the owners have to do from one moment (or from ever) to another.
    package func workCount(of owners: [Owner], dueFrom: Instant?, dueBefore: Instant) throws -> Int {
        try value(
            """
            SELECT COUNT(*) FROM leads WHERE open AND owner IN (\(list(owners))) AND next_due_at < \(dueBefore)
              AND next_due_at >= \(dueFrom ?? Instant(milliseconds: .min))
            """
        ) ?? 0
    }

    /// What nobody has looked at yet: new leads and offers, the latest first.
    ///
    /// Asked owner by owner, so that each comes from its index in order.
    package func untouched(of owners: [Owner], limit: Int) throws -> [LeadRow] {
        let found = try owners.flatMap { owner in
            try rows(
                """
                SELECT \(raw: LeadRow.columns), leads.owner_since FROM \(raw: LeadRow.tables)
                WHERE leads.open AND (leads.kind = 'handed' OR (leads.kind = 'new' AND leads.attempts = 0))
                  AND leads.owner = \(owner)
                ORDER BY leads.owner_since DESC, leads.id DESC LIMIT \(limit)
                """
            )
        }
        return Array(found.sorted { ($0.sortKey, $0.id) > ($1.sortKey, $1.id) }.prefix(limit))
    }

    private func list(_ owners: [Owner]) -> SQL {
        owners.map { "\($0)" as SQL }.joined(", ")
    }

    private func rows(_ sql: SQL, clocks: Bool = true) throws -> [LeadRow] {
        var rows = try all(sql) { row in try LeadRow(&row) }
        let deals = try valueDeals(of: rows.filter { $0.opportunity != nil }.map(\.id))
        for index in rows.indices { rows[index].deal = deals[rows[index].id] }
        guard clocks else { return rows }
        let running = try firstClocks(of: rows.map(\.id))
        for index in rows.indices { rows[index].clock = running[rows[index].id] }
        return rows
    }

    /// Each lead's running clock that is due first, of all the leads in one question per five hundred.
    private func firstClocks(of leads: [Lead.ID]) throws -> [Lead.ID: Clock] {
        var clocks: [Lead.ID: Clock] = [:]
        try eachPart(of: leads) { part in
            try each(
                """
                SELECT lead_id, \(raw: Clock.columns) FROM clocks
                WHERE lead_id IN (\(part)) AND stopped_at IS NULL ORDER BY due_at DESC
                """
            ) { row in clocks[try row.next()] = try Clock(&row) }
        }
        return clocks
    }

    /// Asks about many leads, five hundred of them at a time.
    func eachPart(of leads: [Lead.ID], _ ask: (_ ids: SQL) throws -> Void) throws {
        for start in stride(from: 0, to: leads.count, by: 500) {
            let part = leads[start..<min(start + 500, leads.count)]
            try ask(part.map { "\($0)" as SQL }.joined(", "))
        }
    }
}
