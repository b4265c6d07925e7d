package import LeadCore

/// A source's books: what came in, and what became of it (DESIGN section 4, invariant 4).
package struct SourceBooks: Codable, Sendable {
    package var source: String
    package var received: Int
    package var newLeads: Int
    package var joined: Int
    package var contactOnly: Int
    package var rejected: Int
    package var quarantined: Int
    package var pending: Int

    package var balances: Bool {
        received == newLeads + joined + contactOnly + rejected + quarantined + pending
    }
}

/// How many things there are in the workspace.
package struct Census: Codable, Sendable {
    package var leads: Int
    package var openLeads: Int
    package var stays: Int
    package var responses: Int
    package var events: Int
    package var clocks: Int
}

extension Snapshot {
    /// How many things each invariant is about.
    package func census() throws -> Census {
        Census(
            leads: try count("SELECT COUNT(*) FROM leads"),
            openLeads: try count("SELECT COUNT(*) FROM leads WHERE open"),
            stays: try count("SELECT COUNT(*) FROM stays"),
            responses: try count("SELECT COUNT(*) FROM responses"),
            events: try count("SELECT COUNT(*) FROM ledger"),
            clocks: try count("SELECT COUNT(*) FROM clocks")
        )
    }

    private func count(_ sql: SQL) throws -> Int {
        try value(sql) ?? 0
    }

    package func openLeadsWithoutCustody() throws -> [Lead.ID] {
        try all(
            """
            SELECT id FROM leads WHERE open AND (owner = 'elsewhere' OR next_step IS NULL OR next_due_at IS NULL
              OR NOT EXISTS (SELECT 1 FROM clocks WHERE clocks.lead_id = leads.id AND clocks.stopped_at IS NULL))
            LIMIT 100
            """
        ) { row in try row.next() }
    }

    /// Subjects with a gap or overlap between their stays in a dimension, or whose stays do not begin with their life.
    package func tornStays() throws -> [(subject: [UInt8], dimension: Dimension)] {
        try all(
            """
            SELECT DISTINCT subject_id, dimension FROM (
              SELECT stays.subject_id, stays.dimension, stays.entered_at, stays.left_at,
                LAG(stays.left_at) OVER steps AS before, LEAD(stays.entered_at) OVER steps AS after,
                COALESCE(leads.created_at, opportunities.created_at) AS born
              FROM stays
              LEFT JOIN leads ON leads.id = stays.subject_id
              LEFT JOIN opportunities ON opportunities.id = stays.subject_id
              WINDOW steps AS (PARTITION BY stays.subject_id, stays.dimension ORDER BY stays.seq)
            ) AS lined
            WHERE entered_at <> COALESCE(before, born) OR (left_at IS NULL) <> (after IS NULL) LIMIT 100
            """
        ) { row in (try row.next(), try row.next()) }
    }

    /// Leads that lack a running stay in status or owner, or have one that is not where they are.
    package func leadsWithoutStay() throws -> [Lead.ID] {
        try all(
            """
            SELECT leads.id FROM leads
            LEFT JOIN stays AS statuses
              ON statuses.subject_id = leads.id AND statuses.dimension = 'status' AND statuses.left_at IS NULL
            LEFT JOIN stays AS owners
              ON owners.subject_id = leads.id AND owners.dimension = 'owner' AND owners.left_at IS NULL
            WHERE statuses.value IS DISTINCT FROM leads.status OR owners.value IS DISTINCT FROM leads.owner
              OR statuses.entered_at <> leads.status_since OR owners.entered_at <> leads.owner_since
            LIMIT 100
            """
        ) { row in try row.next() }
    }

    /// Leads whose count of responses is not what the response ledger says.
    package func leadsWithWrongResponses() throws -> [Lead.ID] {
        try all(
            """
            WITH RECURSIVE inherited (root, member) AS (
              SELECT merged_into, id FROM leads WHERE merged_into IS NOT NULL
              UNION ALL
              SELECT inherited.root, leads.id FROM inherited JOIN leads ON leads.merged_into = inherited.member
            )
            SELECT leads.id FROM leads
            LEFT JOIN (SELECT lead_id, COUNT(*) AS n FROM responses WHERE lead_id IS NOT NULL GROUP BY lead_id) AS counted
              ON counted.lead_id = leads.id
            LEFT JOIN (SELECT root, COUNT(*) AS n FROM inherited JOIN responses ON responses.lead_id = inherited.member
              GROUP BY root) AS brought ON brought.root = leads.id
            WHERE leads.responses <> COALESCE(counted.n, 0) + COALESCE(brought.n, 0) LIMIT 100
            """
        ) { row in try row.next() }
    }

    /// Leads that no submission brought, or that more than one did.
    package func leadsWithoutSubmission() throws -> [Lead.ID] {
        try all(
            """
            SELECT leads.id FROM leads
            LEFT JOIN (SELECT lead_id, COUNT(*) AS n FROM submissions WHERE outcome = 'new_lead' GROUP BY lead_id) AS born
              ON born.lead_id = leads.id
            WHERE COALESCE(born.n, 0) <> 1 LIMIT 100
            """
        ) { row in try row.next() }
    }

    package func submissionsWithoutLead() throws -> [Submission.ID] {
        try all(
            """
            SELECT id FROM submissions WHERE outcome IN ('new_lead', 'joined')
              AND NOT EXISTS (SELECT 1 FROM leads WHERE leads.id = submissions.lead_id) LIMIT 100
            """
        ) { row in try row.next() }
    }

    package func books() throws -> [SourceBooks] {
        try all(
            """
            SELECT COALESCE(source_name, '(none)') AS source, COUNT(*),
              COUNT(*) FILTER (WHERE outcome = 'new_lead'), COUNT(*) FILTER (WHERE outcome = 'joined'),
              COUNT(*) FILTER (WHERE outcome = 'contact_only'), COUNT(*) FILTER (WHERE outcome = 'rejected'),
              COUNT(*) FILTER (WHERE outcome = 'quarantined'), COUNT(*) FILTER (WHERE outcome = 'pending')
            FROM submissions GROUP BY COALESCE(source_name, '(none)') ORDER BY 1
            """
        ) { row in
            SourceBooks(
                source: try row.next(),
                received: try row.next(),
                newLeads: try row.next(),
                joined: try row.next(),
                contactOnly: try row.next(),
                rejected: try row.next(),
                quarantined: try row.next(),
                pending: try row.next()
            )
        }
    }

    /// Clocks that the ledger says warned, breached or reached a level more than once.
    package func clocksFiredTwice() throws -> [String] {
        try all(
            """
            SELECT details FROM ledger WHERE kind IN ('clock_warned', 'clock_breached', 'clock_escalated')
            GROUP BY kind, details HAVING COUNT(*) > 1 LIMIT 100
            """
        ) { row in try row.next() }
    }

    /// Events that name a policy version that the workspace does not have.
    package func eventsWithoutPolicy() throws -> Int {
        try count(
            "SELECT COUNT(*) FROM ledger WHERE NOT EXISTS (SELECT 1 FROM policies WHERE policies.version = ledger.policy)"
        )
    }

    /// Calls `body` with each lead's ledger, lead by lead.
    package func eachLeadLedger(_ body: (Lead.ID, [LedgerLine]) throws -> Void) throws {
        var current: Lead.ID?
        var lines: [LedgerLine] = []
        try each(
            """
            SELECT lead_id, seq, kind, at, recorded_at, actor_id, policy, details, on_behalf_of FROM ledger
            WHERE lead_id IS NOT NULL ORDER BY lead_id, seq
            """
        ) { row in
            let id: Lead.ID = try row.next()
            if let current, current != id {
                try body(current, lines.naming(try texts(of: .lead(current), namedIn: lines)))
                lines.removeAll(keepingCapacity: true)
            }
            current = id
            lines.append(try LedgerLine(&row))
        }
        if let current { try body(current, lines.naming(try texts(of: .lead(current), namedIn: lines))) }
    }

    package func eachOpportunityLedger(_ body: (Opportunity.ID, [LedgerLine]) throws -> Void) throws {
        for id in try all("SELECT id FROM opportunities", { row in try row.next() as Opportunity.ID }) {
            try body(id, try ledger(of: id))
        }
    }
}
