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
    package var value: Money?
    package var nextStep: NextStep?
    package var createdAt: Instant
    package var attempts: Int
    package var incomplete: [String]
    /// The running clock that is due first.
    package var clock: (kind: ClockKind, startedAt: Instant, dueAt: Instant)?
    /// What the list is sorted by, for the cursor.
    package var sortKey: Int64

    fileprivate static let columns = """
        leads.id, contacts.name, CASE WHEN contacts.do_not_call THEN NULL ELSE contacts.phone END,
          accounts.name, accounts.personal, product_classes.name, sources.name, campaigns.name,
          leads.status, leads.kind, leads.status_since, leads.owner, leads.owner_since, leads.grade, leads.value,
          leads.currency, leads.next_step, leads.next_due_at, leads.created_at, leads.attempts, leads.incomplete
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
        sortKey = try row.next()
    }
}

/// A column of the board: how many there are and what they are worth, in the workspace's currency.
package struct StatusTotal: Sendable {
    package var status: Status
    package var count: Int
    package var value: Int64
}

extension Snapshot {
    package func leadRows(_ filter: LeadFilter, in scope: LeadScope) throws -> [LeadRow] {
        try rows(
            """
            SELECT \(raw: LeadRow.columns), \(filter.sortKey) FROM \(raw: LeadRow.tables)
            WHERE \(filter.condition) AND \(scope.condition) AND \(filter.page)
            ORDER BY \(filter.order) LIMIT \(filter.limit)
            """
        )
    }

    /// How many leads there are, counted no further than `limit`.
    package func leadCount(_ filter: LeadFilter, in scope: LeadScope, upTo limit: Int) throws -> Int {
        try value(
            """
            SELECT COUNT(*) FROM
              (SELECT 1 FROM leads WHERE \(filter.condition) AND \(scope.condition) LIMIT \(limit)) AS counted
            """
        ) ?? 0
    }

    package func statusTotals(_ filter: LeadFilter, in scope: LeadScope) throws -> [StatusTotal] {
        try all(
            """
            SELECT leads.status, COUNT(*), \(Total.columns(of: "leads.value")) FROM leads
            WHERE \(filter.condition) AND \(scope.condition) GROUP BY leads.status
            """
        ) { row in StatusTotal(status: try row.next(), count: try row.next(), value: try Total(&row).value) }
    }

    /// What the owners have to do, the longest overdue first.
    package func workList(of owners: [Owner], dueBefore: Instant, limit: Int) throws -> [LeadRow] {
        try rows(
            """
            SELECT \(raw: LeadRow.columns), leads.next_due_at FROM \(raw: LeadRow.tables)
            WHERE leads.open AND leads.owner IN (\(list(owners))) AND leads.next_due_at < \(dueBefore)
            ORDER BY leads.next_due_at, leads.id LIMIT \(limit)
            """
        )
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

    private func rows(_ sql: SQL) throws -> [LeadRow] {
        var rows = try all(sql) { row in try LeadRow(&row) }
        for index in rows.indices {
            rows[index].clock = try first(
                """
                SELECT kind, started_at, due_at FROM clocks
                WHERE lead_id = \(rows[index].id) AND stopped_at IS NULL ORDER BY due_at LIMIT 1
                """
            ) { row in (try row.next(), try row.next(), try row.next()) }
        }
        return rows
    }
}
