package import LeadCore

/// What can be taken out of a workspace as a table, with the columns that it has.
package enum ExportSubject: String, CaseIterable, Sendable {
    case leads, opportunities, ledger
    /// What people typed into lives, by the ids that the ledger names.
    case texts

    package struct Column: Sendable {
        package var key: String
        package var kind: ExportKind
        /// A fragment of our own, never input: one column, or amount and currency for money.
        var expression: SQL

        init(_ key: String, _ kind: ExportKind, _ expression: SQL) {
            self.key = key
            self.kind = kind
            self.expression = expression
        }
    }

    package func columns(_ policy: Policy) -> [Column] {
        switch self {
        case .leads:
            Self.leadColumns + policy.process.fields.filter { FieldDefinition.isKey($0.key) }.map(Self.column)
                + Self.valueColumns(policy)
        case .opportunities: Self.opportunityColumns
        case .ledger: Self.ledgerColumns
        case .texts: Self.textColumns
        }
    }

    /// The key is one by `FieldDefinition.isKey`: small letters, digits and `_`, nothing that SQL could mistake.
    private static func column(_ field: FieldDefinition) -> Column {
        Column(
            "field:\(field.key)",
            field.kind == .boolean ? .json : .text,
            """
            (SELECT value FROM lead_fields WHERE lead_fields.lead_id = leads.id AND lead_fields.key = \(field.key)
              AND lead_fields.kind = \(field.kind.rawValue))
            """
        )
    }

    func query(_ columns: [Column]) -> SQL {
        "SELECT \(columns.map(\.expression).joined(", ")) FROM \(raw: tables)"
    }

    private var tables: String {
        switch self {
        case .leads:
            """
            leads JOIN contacts ON contacts.id = leads.contact_id JOIN accounts ON accounts.id = leads.account_id
              JOIN product_classes ON product_classes.id = leads.class_id JOIN sources ON sources.id = leads.source_id
              LEFT JOIN campaigns ON campaigns.id = leads.campaign_id
              LEFT JOIN opportunities ON opportunities.id = leads.opportunity_id ORDER BY leads.created_at, leads.id
            """
        case .opportunities:
            """
            opportunities LEFT JOIN accounts ON accounts.id = opportunities.account_id
              LEFT JOIN products ON products.id = opportunities.product_id
              LEFT JOIN product_classes ON product_classes.id = opportunities.class_id
              LEFT JOIN sources ON sources.id = opportunities.source_id
              LEFT JOIN campaigns ON campaigns.id = opportunities.campaign_id
            ORDER BY opportunities.created_at, opportunities.id
            """
        case .ledger: "ledger ORDER BY seq"
        case .texts: "ledger_texts ORDER BY id"
        }
    }
}

extension ExportSubject {
    private static let leadColumns = [
        Column("id", .id, "leads.id"), Column("created_at", .instant, "leads.created_at"),
        Column("name", .text, "contacts.name"), Column("title", .text, "contacts.title"),
        Column("email", .text, "contacts.email"), Column("phone", .text, "contacts.phone"),
        Column("do_not_email", .flag, "contacts.do_not_email"), Column("do_not_call", .flag, "contacts.do_not_call"),
        Column("company", .text, "CASE WHEN accounts.personal THEN NULL ELSE accounts.name END"),
        Column("industry", .text, "accounts.industry"), Column("employees", .integer, "accounts.employees"),
        Column("country", .text, "contacts.country"), Column("city", .text, "contacts.city"),
        Column("product_class", .text, "product_classes.name"), Column("source", .text, "sources.name"),
        Column("campaign", .text, "campaigns.name"), Column("status", .text, "leads.status"),
        Column("status_since", .instant, "leads.status_since"), Column("owner", .owner, "leads.owner"),
        Column("grade", .text, "leads.grade"), Column("value", .money, "leads.value, leads.currency"),
        Column("currency", .text, "leads.currency"), Column("attempts", .integer, "leads.attempts"),
        Column("first_attempt_at", .instant, "leads.first_attempt_at"),
        Column("responses", .integer, "leads.responses"), Column("next_step", .text, "leads.next_step"),
        Column("next_due_at", .instant, "leads.next_due_at"), Column("reason", .text, "leads.reason"),
        Column("opportunity", .id, "leads.opportunity_id"),
        Column("marketing_owner", .user, "leads.marketing_owner"),
        Column("sales_owner", .seller, "leads.owner"),
        Column("merged_into", .id, "leads.merged_into"),
    ]

    private static func valueColumns(_ policy: Policy) -> [Column] {
        [
            Column("class_value", .money, "product_classes.default_value, product_classes.currency"),
            Column("class_currency", .text, "product_classes.currency"),
            Column(
                "expected_value",
                .money,
                "\(ExpectedValueSQL.ofAny(policy)), \(ExpectedValueSQL.currencyOfAny)"
            ),
        ]
    }

    private static let opportunityColumns = [
        Column("id", .id, "opportunities.id"), Column("created_at", .instant, "opportunities.created_at"),
        Column("name", .text, "opportunities.name"), Column("company", .text, "accounts.name"),
        Column("stage", .text, "opportunities.stage"), Column("stage_since", .instant, "opportunities.stage_since"),
        Column("owner", .user, "opportunities.owner_id"), Column("product", .text, "products.name"),
        Column("product_class", .text, "product_classes.name"), Column("source", .text, "sources.name"),
        Column("campaign", .text, "campaigns.name"),
        Column("amount", .money, "opportunities.amount, opportunities.currency"),
        Column("currency", .text, "opportunities.currency"), Column("close_on", .instant, "opportunities.close_on"),
        Column("closed_at", .instant, "opportunities.closed_at"),
        Column("lost_reason", .text, "opportunities.lost_reason"),
        Column("competitor", .text, "opportunities.competitor"), Column("rank", .integer, "opportunities.rank"),
        Column("first_contact_at", .instant, "opportunities.first_contact_at"),
    ]

    private static let ledgerColumns = [
        Column("seq", .integer, "seq"), Column("lead", .id, "lead_id"), Column("opportunity", .id, "opportunity_id"),
        Column("kind", .text, "kind"), Column("at", .instant, "at"), Column("recorded_at", .instant, "recorded_at"),
        Column("actor", .user, "actor_id"), Column("policy", .integer, "policy"), Column("details", .json, "details"),
        Column("on_behalf_of", .user, "on_behalf_of"),
    ]

    private static let textColumns = [
        Column("id", .id, "id"), Column("lead", .id, "lead_id"), Column("opportunity", .id, "opportunity_id"),
        Column("words", .text, "words"),
    ]
}
