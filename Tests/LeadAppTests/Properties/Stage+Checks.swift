import LeadApp
import LeadCore
import LeadStore

/// Counts that tell whether a command has done anything.
struct Footprint: Hashable, Sendable {
    var numbers: [Int]
}

extension Stage {
    func footprint() async throws -> Footprint {
        try await read { snapshot in
            Footprint(
                numbers: try snapshot.all(
                    """
                    SELECT (SELECT COALESCE(MAX(seq), 0) FROM ledger), (SELECT COUNT(*) FROM submissions),
                      (SELECT COUNT(*) FROM responses), (SELECT COUNT(*) FROM contacts), (SELECT COUNT(*) FROM accounts),
                      (SELECT COUNT(*) FROM activities), (SELECT COALESCE(SUM(version), 0) FROM leads),
                      (SELECT COALESCE(SUM(version), 0) FROM opportunities), (SELECT COALESCE(SUM(turn), 0) FROM pools),
                      (SELECT COUNT(*) FROM policies), (SELECT COUNT(*) FROM stays), (SELECT COUNT(*) FROM clocks),
                      (SELECT COUNT(*) FROM lead_links), (SELECT COUNT(*) FROM assistants), (SELECT COUNT(*) FROM absences),
                      (SELECT COUNT(*) FROM notices), (SELECT COUNT(*) FROM touches), (SELECT COUNT(*) FROM lead_contacts),
                      (SELECT COUNT(*) FROM opportunity_lines), (SELECT COUNT(*) FROM calendar_choices),
                      (SELECT COUNT(*) FROM users), (SELECT COUNT(*) FROM users WHERE active)
                    """
                ) { row in
                    var numbers: [Int] = []
                    for _ in 0..<22 { numbers.append(try row.next()) }
                    return numbers
                }.flatMap(\.self)
            )
        }
    }

    /// Looks at what the ledger says was touched since `seq`, and at the books.
    ///
    /// - Returns: how far the ledger is now.
    func check(since seq: Int64) async throws -> Int64 {
        let arrivals = books.arrivals
        let responses = books.responses
        let policies = policies
        return try await read { snapshot in
            let touched = "FROM ledger WHERE seq > \(seq) AND" as SQL
            for id in try Self.leads("SELECT DISTINCT lead_id \(touched) lead_id IS NOT NULL", snapshot) {
                try Exam.lead(id, snapshot, policies)
            }
            let deals: SQL = "SELECT DISTINCT opportunity_id \(touched) opportunity_id IS NOT NULL"
            for id in try Self.deals(deals, snapshot) { try Exam.deal(id, snapshot) }
            try Self.compare(arrivals, snapshot)
            try Self.compare(responses, snapshot)
            try Self.requireOneOpenLead(snapshot)
            try Self.requireCustody(snapshot)
            return try snapshot.value("SELECT COALESCE(MAX(seq), 0) FROM ledger") ?? 0
        }
    }

    /// Looks at everything, and asks the product's own check as well.
    func checkAll() async throws {
        let policies = policies
        try await read { snapshot in
            for id in try Self.leads("SELECT id FROM leads", snapshot) { try Exam.lead(id, snapshot, policies) }
            for id in try Self.deals("SELECT id FROM opportunities", snapshot) { try Exam.deal(id, snapshot) }
        }
        for finding in try await app.fetch(CheckInvariants(), as: .system).findings where !finding.holds {
            throw Violation(finding.invariant, "baton check: \(finding.violations.prefix(3))")
        }
    }

    private static func leads(_ sql: SQL, _ snapshot: borrowing Snapshot) throws -> [Lead.ID] {
        try snapshot.all(sql) { row in try row.next() }
    }

    private static func deals(_ sql: SQL, _ snapshot: borrowing Snapshot) throws -> [Opportunity.ID] {
        try snapshot.all(sql) { row in try row.next() }
    }

    private static func compare(_ arrivals: [Books.Line: Int], _ snapshot: borrowing Snapshot) throws {
        var stored: [Books.Line: Int] = [:]
        let sql: SQL = "SELECT COALESCE(source_name, '(none)'), outcome, COUNT(*) FROM submissions GROUP BY 1, 2"
        try snapshot.each(sql) { row in
            let line = Books.Line(source: try row.next(), outcome: try row.next())
            stored[line] = try row.next()
        }
        guard stored == arrivals else {
            throw Violation("Books balance", difference(stored, arrivals))
        }
    }

    private static func compare(_ responses: [String: Int], _ snapshot: borrowing Snapshot) throws {
        var stored: [String: Int] = [:]
        let sql: SQL = """
            SELECT COALESCE(campaigns.name, '(none)'), COUNT(*) FROM responses
            LEFT JOIN campaigns ON campaigns.id = responses.campaign_id GROUP BY 1
            """
        try snapshot.each(sql) { row in stored[try row.next()] = try row.next() as Int }
        guard stored == responses else {
            throw Violation("Responses are stable", difference(stored, responses))
        }
    }

    private static func difference<Key: Hashable>(_ stored: [Key: Int], _ due: [Key: Int]) -> String {
        Set(stored.keys).union(due.keys).filter { stored[$0] != due[$0] }
            .map { "\($0): there are \(stored[$0] ?? 0), there should be \(due[$0] ?? 0)" }
            .sorted().joined(separator: "; ")
    }

    /// Custody of every open lead, touched or not: who leaves, or what pool changes, leaves no line in a lead's ledger.
    private static func requireCustody(_ snapshot: borrowing Snapshot) throws {
        let here = Set(
            try snapshot.all("SELECT id FROM users WHERE active") { row in "person:\(try row.next() as User.ID)" }
        )
        let pools = try snapshot.all("SELECT id, duty_holder FROM pools") { row in
            ("pool:\(try row.next() as Pool.ID)", "person:\(try row.next() as User.ID)")
        }
        let duty = Dictionary(uniqueKeysWithValues: pools)
        let sql: SQL = """
            SELECT id, owner, next_due_at IS NOT NULL AND next_step IS NOT NULL,
              (SELECT COUNT(*) FROM clocks WHERE clocks.lead_id = leads.id AND clocks.stopped_at IS NULL)
            FROM leads WHERE open
            """
        try snapshot.each(sql) { row in
            let id: Lead.ID = try row.next()
            let owner: String = try row.next()
            guard here.contains(duty[owner] ?? owner) else {
                throw Violation("Custody", "lead \(id) is held by \(owner), who is not here")
            }
            guard try row.next() as Bool, try row.next() as Int > 0 else {
                throw Violation("Custody", "lead \(id) lacks a dated next step or a running clock")
            }
        }
    }

    private static func requireOneOpenLead(_ snapshot: borrowing Snapshot) throws {
        let twins: Int? = try snapshot.value(
            "SELECT COUNT(*) FROM (SELECT 1 FROM leads WHERE open GROUP BY account_id, class_id HAVING COUNT(*) > 1) AS twins"
        )
        guard twins == 0 else { throw Violation("One open lead", "an account has two open leads of one class") }
    }
}
