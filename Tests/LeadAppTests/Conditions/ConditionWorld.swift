import LeadApp
import LeadCore
import LeadStore

/// Leads whose columns are set at random, missing values and odd letters among them, beyond what any act would leave.
struct ConditionWorld {
    let work: Workplace
    private let sources: [Source.ID]

    static let fields = [
        FieldDefinition(key: "remark", label: "Remark", kind: .text),
        FieldDefinition(key: "seats", label: "Seats", kind: .number),
        FieldDefinition(key: "budget", label: "Budget", kind: .money),
        FieldDefinition(key: "signed", label: "Signed on", kind: .date),
        FieldDefinition(key: "size", label: "Size", kind: .choice, options: ["Small", "Groß", "Huge"]),
        FieldDefinition(key: "urgent", label: "Urgent", kind: .boolean),
    ]

    init(seed: UInt64) async throws {
        work = try await Workplace()
        var body = PolicyBody.standard
        body.process.fields = Self.fields
        try await work.app.perform(SetPolicy(body: body), as: .system)
        for number in 0..<40 {
            try await work.capture { inquiry in
                inquiry.name = "Person \(number)"
                inquiry.email = "p\(number)@x\(number).example"
                inquiry.company = number % 5 == 0 ? nil : "Firm number \(number)"
                inquiry.intent = [nil, .quote, .demo][number % 3]
                inquiry.source = ["Web form", "Trade show", "Sales"][number % 3]
            }
            work.advance(.hours(7))
        }
        sources = try await work.app.database.read { snapshot in try snapshot.sources().map(\.id) }
        try await scatter(seed)
    }

    private func scatter(_ seed: UInt64) async throws {
        let (now, ids) = (work.now, try await allIDs())
        try await work.app.database.write(as: .system) { tx in
            var generator = SeededGenerator(seed: seed)
            for (index, id) in ids.enumerated() {
                try Self.scatter(id, index, now, tx, &generator)
            }
            try tx.run("UPDATE product_classes SET default_value = 49999, currency = 'EUR'")
        }
    }

    private static func scatter(
        _ id: Lead.ID,
        _ index: Int,
        _ now: Instant,
        _ tx: borrowing Transaction,
        _ generator: inout SeededGenerator
    ) throws {
        func text(_ generator: inout SeededGenerator) -> String? {
            [nil, "", RandomConditions.texts.pick(&generator)].pick(&generator)
        }
        func time(_ generator: inout SeededGenerator) -> Instant {
            now + .hours(Int64.random(in: -900...100, using: &generator))
        }
        let isPriced = Bool.random(using: &generator)
        let amount = RandomConditions.amounts.pick(&generator)
        let currency = RandomConditions.currencies.pick(&generator)
        var levels = Qualification()
        for criterion in Criterion.allCases where Bool.random(using: &generator) {
            levels.levels[criterion] = Level.allCases.pick(&generator)
        }
        let grade = [nil, Grade.hot, .good, .poor].pick(&generator)
        let tried = Bool.random(using: &generator) ? time(&generator) : nil
        try tx.run(
            """
            UPDATE leads SET grade = \(grade), value = \(isPriced ? amount : nil),
              currency = \(isPriced ? currency : nil), levels = \(try JSON.text(levels)), reason = \(text(&generator)),
              attempts = \(Int.random(in: 0...3, using: &generator)), responses = \(Int.random(in: 0...3, using: &generator)),
              created_at = \(time(&generator)), next_due_at = \(time(&generator)), first_attempt_at = \(tried),
              marketing_owner = \(Bool.random(using: &generator) ? Workplace.mia : nil) WHERE id = \(id)
            """
        )
        let headcount = Bool.random(using: &generator) ? RandomConditions.counts.randomElement(using: &generator) : nil
        let revenue = Bool.random(using: &generator) ? RandomConditions.amounts.randomElement(using: &generator) : nil
        try tx.run(
            """
            UPDATE accounts SET country = \(text(&generator)), region = \(text(&generator)),
              postal_code = \(text(&generator)), city = \(text(&generator)), industry = \(text(&generator)),
              employees = \(headcount), revenue = \(revenue),
              revenue_currency = \([nil, "EUR", "USD"].pick(&generator))
            WHERE id = (SELECT account_id FROM leads WHERE id = \(id))
            """
        )
        try tx.run(
            """
            UPDATE contacts SET name = \(text(&generator) ?? ""), title = \(text(&generator)), email = \(text(&generator)),
              country = \(text(&generator)), city = \(text(&generator))
            WHERE id = (SELECT contact_id FROM leads WHERE id = \(id))
            """
        )
        try tx.run("UPDATE responses SET at = \(time(&generator)) WHERE lead_id = \(id)")
        if index % 7 == 0 { try sell(id, amount, currency, index % 14 == 0, tx) }
        for field in fields where Bool.random(using: &generator) {
            try tx.save(value(field, &generator, now), field, of: id)
        }
    }

    /// A deal of the account, won or open; a won one is what the lead became.
    private static func sell(
        _ id: Lead.ID,
        _ amount: Int64,
        _ currency: String,
        _ isWon: Bool,
        _ tx: borrowing Transaction
    ) throws {
        let deal: Opportunity.ID = tx.newID()
        try tx.run(
            """
            INSERT INTO opportunities (id, account_id, name, created_at, stage, kind, stage_since, amount, currency, version)
            SELECT \(deal), account_id, 'Deal', created_at, \(isWon ? "won" : "quote"), \(isWon ? "won" : "open"),
              created_at, \(amount), \(currency), 1 FROM leads WHERE id = \(id)
            """
        )
        if isWon {
            try tx.run(
                """
                UPDATE leads SET opportunity_id = \(deal), kind = 'converted', status = 'converted', open = \(false)
                WHERE id = \(id)
                """
            )
        }
    }

    private static func value(
        _ field: FieldDefinition,
        _ generator: inout SeededGenerator,
        _ now: Instant
    ) -> FieldValue {
        switch field.kind {
        case .text: .text(RandomConditions.texts.pick(&generator))
        case .number: .number([0, 5000, 10_000, 500_000, -15_000].pick(&generator))
        case .money:
            .money(
                Money(
                    minor: RandomConditions.amounts.pick(&generator),
                    currency: RandomConditions.currencies.pick(&generator)
                )
            )
        case .date: .date(ZoneRules.utc.local(now).date + Int.random(in: -40...5, using: &generator))
        case .choice: .choice(field.options.pick(&generator))
        case .boolean: .boolean(Bool.random(using: &generator))
        }
    }

    func allIDs() async throws -> [Lead.ID] {
        try await work.app.database.read { snapshot in
            try snapshot.all("SELECT id FROM leads ORDER BY id") { row in try row.next() }
        }
    }

    func leads(_ condition: Condition) async throws -> Set<Lead.ID> {
        let (policy, now) = (try await policy(), work.now)
        return try await work.app.database.read { snapshot in
            Set(
                try snapshot.all("SELECT id FROM leads WHERE \(SQL.condition(condition, policy, now: now))") { row in
                    try row.next() as Lead.ID
                }
            )
        }
    }

    func subjects() async throws -> [Lead.ID: LeadSubject] {
        let (policy, now, ids) = (try await policy(), work.now, try await allIDs())
        return try await work.app.database.read { snapshot in
            var subjects: [Lead.ID: LeadSubject] = [:]
            for id in ids {
                guard let lead = try snapshot.lead(id) else { continue }
                subjects[id] = try snapshot.subject(of: lead, policy, now: now)
            }
            return subjects
        }
    }

    func policy() async throws -> Policy {
        try await work.app.database.read { [policies = work.app.policies] snapshot in try policies.current(snapshot) }
    }

    func conditions() async throws -> RandomConditions {
        let policy = try await policy()
        return RandomConditions(
            catalogue: ConditionCatalogue(fields: Self.fields),
            ids: [
                .source: sources.map(\.description), .person: [Workplace.mia.description, Workplace.ann.description],
                .owner: ["person:\(Workplace.ann)", "person:\(Workplace.ben)", "pool:\(Workplace.pool)"],
                .status: policy.process.steps.map(\.status.rawValue),
            ],
            today: policy.calendar.zone.local(work.now).date
        )
    }
}
