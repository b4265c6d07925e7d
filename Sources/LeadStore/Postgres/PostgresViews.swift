import LeadCore

/// Views of a workspace for people who query it with their own tools: names instead of ids, times as times, amounts in major units.
///
/// They hold no password, session or raw arrival, so a reader may be granted them alone.
enum PostgresViews {
    private struct View {
        var name: String
        var query: String
    }

    static let names = all.map(\.name)

    /// Changes when the views do: then they are made anew.
    static let stamp = "Baton \(RowHash.of(script))"

    /// Made after the migrations; dropped before them, as a view holds on to its columns.
    static let script = all.map { "CREATE VIEW \($0.name) AS \($0.query);" }.joined(separator: "\n")
    static let drop = all.reversed().map { "DROP VIEW IF EXISTS \($0.name);" }.joined(separator: "\n")

    private static let all = [leads, opportunities, stays, activities, responses]

    private static let leads = View(
        name: "bi_leads",
        query: """
            SELECT \(id("leads.id")) AS id, \(time("leads.created_at")) AS created_at, leads.status, leads.kind AS status_kind,
              leads.open AS is_open, \(time("leads.status_since")) AS status_since, \(owner("leads.owner")) AS owner,
              \(time("leads.owner_since")) AS owner_since, marketers.name AS marketing_owner, leads.next_step,
              \(time("leads.next_due_at")) AS next_step_due, leads.grade, sources.name AS source, campaigns.name AS campaign,
              product_classes.name AS product_class, accounts.name AS account, contacts.name AS contact,
              contacts.email AS contact_email, \(money("leads")) AS value, leads.currency, leads.attempts,
              \(time("leads.first_attempt_at")) AS first_attempt_at, leads.responses, leads.reason,
              \(id("leads.opportunity_id")) AS opportunity_id
            FROM leads JOIN accounts ON accounts.id = leads.account_id JOIN contacts ON contacts.id = leads.contact_id
            JOIN product_classes ON product_classes.id = leads.class_id JOIN sources ON sources.id = leads.source_id
            LEFT JOIN campaigns ON campaigns.id = leads.campaign_id LEFT JOIN users AS marketers ON marketers.id = leads.marketing_owner
            """
    )

    private static let opportunities = View(
        name: "bi_opportunities",
        query: """
            SELECT \(id("deals.id")) AS id, deals.name, \(time("deals.created_at")) AS created_at, deals.stage,
              deals.kind AS stage_kind, \(time("deals.stage_since")) AS stage_since, users.name AS owner, accounts.name AS account,
              products.name AS product, product_classes.name AS product_class, campaigns.name AS campaign,
              sources.name AS source, \(money("deals", "amount")) AS amount, deals.currency,
              \(time("deals.close_on")) AS close_on, \(time("deals.closed_at")) AS closed_at, deals.lost_reason, deals.competitor
            FROM opportunities AS deals LEFT JOIN users ON users.id = deals.owner_id
            LEFT JOIN accounts ON accounts.id = deals.account_id LEFT JOIN products ON products.id = deals.product_id
            LEFT JOIN product_classes ON product_classes.id = deals.class_id
            LEFT JOIN campaigns ON campaigns.id = deals.campaign_id LEFT JOIN sources ON sources.id = deals.source_id
            """
    )

    private static let stays = View(
        name: "bi_stays",
        query: """
            SELECT \(id("stays.subject_id")) AS subject_id, stays.dimension,
              CASE stays.dimension WHEN 'owner' THEN \(owner("stays.value")) ELSE stays.value END AS value,
              \(time("stays.entered_at")) AS entered_at, \(time("stays.left_at")) AS left_at,
              stays.working / 3600000.0 AS working_hours
            FROM stays
            """
    )

    private static let activities = View(
        name: "bi_activities",
        query: """
            SELECT \(id("activities.id")) AS id, \(id("activities.lead_id")) AS lead_id, contacts.name AS contact,
              activities.inbound AS is_inbound, activities.channel, activities.outcome, \(time("activities.at")) AS at,
              users.name AS by
            FROM activities LEFT JOIN contacts ON contacts.id = activities.contact_id
            LEFT JOIN users ON users.id = activities.by_user
            """
    )

    private static let responses = View(
        name: "bi_responses",
        query: """
            SELECT \(id("responses.id")) AS id, \(id("responses.lead_id")) AS lead_id, contacts.name AS contact,
              campaigns.name AS campaign, \(time("responses.at")) AS at
            FROM responses JOIN contacts ON contacts.id = responses.contact_id
            LEFT JOIN campaigns ON campaigns.id = responses.campaign_id
            """
    )

    private static func id(_ column: String) -> String { "CAST(ENCODE(\(column), 'hex') AS UUID)" }
    private static func time(_ column: String) -> String { "to_timestamp(\(column) / 1000.0)" }

    private static func money(_ table: String, _ column: String = "value") -> String {
        "ROUND(\(table).\(column) / CASE \(table).currency \(unusual) ELSE 100.0 END, 3)"
    }

    /// Currencies whose amounts do not have two decimals, as the core knows them.
    private static let unusual: String = {
        let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { String(UnicodeScalar($0)) }
        let codes = letters.flatMap { a in letters.flatMap { b in letters.map { a + b + $0 } } }
        return codes.filter { Money.decimals(of: $0) != 2 }.map { code in
            "WHEN '\(code)' THEN \((0..<Money.decimals(of: code)).reduce(1) { unit, _ in unit * 10 }).0"
        }.joined(separator: " ")
    }()

    /// A person's or a team's name.
    private static func owner(_ column: String) -> String {
        let key = "DECODE(REPLACE(SPLIT_PART(\(column), ':', 2), '-', ''), 'hex')"
        return """
            CASE SPLIT_PART(\(column), ':', 1) WHEN 'person' THEN (SELECT users.name FROM users WHERE users.id = \(key))
              WHEN 'pool' THEN (SELECT pools.name FROM pools WHERE pools.id = \(key)) ELSE \(column) END
            """
    }
}

extension RowHash {
    fileprivate static func of(_ text: String) -> String {
        var hash = RowHash()
        hash.add([.text(text), .integer(Int64(Migrations.count))])
        return String(hash.value, radix: 16)
    }
}
