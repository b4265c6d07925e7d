import LeadCore

/// Where a field stands, as expressions over `leads` that need no join.
struct ConditionColumn {
    /// NULL where the lead has nothing there.
    let value: SQL
    /// What numbers and amounts compare by.
    let number: SQL
    let currency: SQL
    /// Whether `number` counts ten-thousandths.
    let isScaled: Bool

    init(_ field: ConditionField, _ policy: Policy) {
        switch field {
        case .fact(let fact):
            value = Self.value(fact, policy)
            number = value
            currency = Self.currency(fact, policy)
            isScaled = false
        case .custom(let key):
            let kind = policy.process.field(key)?.kind ?? .text
            func column(_ name: String) -> SQL {
                """
                SELECT asked.\(raw: name) FROM lead_fields AS asked
                WHERE asked.lead_id = leads.id AND asked.key = \(key) AND asked.kind = \(kind)
                """
            }
            value = kind == .text ? Self.filled("(\(column("value")))") : "(\(column("value")))"
            number = "(\(column("amount")))"
            // The amount is written as "1250.00 EUR".
            currency = Self.lastThree("(\(column("value")))")
            isScaled = true
        }
    }

    /// An empty text is none.
    private static func filled(_ column: SQL) -> SQL { "NULLIF(\(column), '')" }

    private static func lastThree(_ text: SQL) -> SQL { "SUBSTR(\(text), LENGTH(\(text)) - 2)" }

    private static func account(_ column: String) -> SQL {
        "(SELECT asked.\(raw: column) FROM accounts AS asked WHERE asked.id = leads.account_id)"
    }

    private static func contact(_ column: String) -> SQL {
        filled("(SELECT asked.\(raw: column) FROM contacts AS asked WHERE asked.id = leads.contact_id)")
    }

    private static func response(_ column: String) -> SQL {
        """
        (SELECT asked.\(raw: column) FROM responses AS asked WHERE asked.lead_id = leads.id
          ORDER BY asked.at DESC, asked.id DESC LIMIT 1)
        """
    }

    private static func expected(_ policy: Policy, _ column: SQL) -> SQL {
        """
        (SELECT \(column) FROM product_classes LEFT JOIN opportunities ON opportunities.id = leads.opportunity_id
          WHERE product_classes.id = leads.class_id)
        """
    }

    private static func value(_ fact: LeadFact, _ policy: Policy) -> SQL {
        switch fact {
        case .status: "leads.status"
        case .kind: "leads.kind"
        case .grade: "leads.grade"
        case .owner: "leads.owner"
        case .marketingOwner: "leads.marketing_owner"
        case .source: "leads.source_id"
        case .campaign: "leads.campaign_id"
        case .productClass: "leads.class_id"
        case .reason: filled("leads.reason")
        case .value: "leads.value"
        case .expectedValue: expected(policy, ExpectedValueSQL.ofAny(policy))
        case .responses: "leads.responses"
        case .attempts: "leads.attempts"
        case .created: "leads.created_at"
        case .statusSince: "leads.status_since"
        case .ownerSince: "leads.owner_since"
        case .firstAttempt: "leads.first_attempt_at"
        case .nextStepDue: "leads.next_due_at"
        case .accountName:
            """
            NULLIF((SELECT CASE WHEN asked.personal THEN NULL ELSE asked.name END FROM accounts AS asked
              WHERE asked.id = leads.account_id), '')
            """
        case .personal: account("personal")
        case .country: filled(account("country"))
        case .region: filled(account("region"))
        case .postalCode: filled(account("postal_code"))
        case .city: filled(account("city"))
        case .industry: filled(account("industry"))
        case .employees: account("employees")
        case .revenue: account("revenue")
        case .customer:
            """
            EXISTS (SELECT 1 FROM opportunities AS asked WHERE asked.account_id = leads.account_id
              AND asked.kind = \(OpportunityStage.Kind.won))
            """
        case .contactName: contact("name")
        case .title: contact("title")
        case .email: contact("email")
        case .contactCountry: contact("country")
        case .contactCity: contact("city")
        case .intent: response("intent")
        case .responseCampaign: response("campaign_id")
        case .responded: response("at")
        case .campaignName:
            filled("(SELECT asked.name FROM campaigns AS asked WHERE asked.id = leads.campaign_id)")
        case .need, .urgency, .fit, .authority, .money, .weekday, .hour: "NULL"
        }
    }

    private static func currency(_ fact: LeadFact, _ policy: Policy) -> SQL {
        switch fact {
        case .value: "leads.currency"
        case .expectedValue: expected(policy, ExpectedValueSQL.currencyOfAny)
        case .revenue: "COALESCE(\(account("revenue_currency")), \(policy.currency))"
        default: "NULL"
        }
    }
}
