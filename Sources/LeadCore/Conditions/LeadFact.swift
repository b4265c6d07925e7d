/// What every lead can be asked about; the catalogue is `definition`, one line each.
package enum LeadFact: Int, CaseIterable, Sendable {
    case status, kind, grade, owner, marketingOwner, source, campaign, productClass, reason
    case value, expectedValue, responses, attempts
    case created, statusSince, ownerSince, firstAttempt, nextStepDue
    case need, urgency, fit, authority, money
    case accountName, personal, country, region, postalCode, city, industry, employees, revenue, customer
    case contactName, title, email, contactCountry, contactCity
    case intent, responseCampaign, responded, campaignName
    case weekday, hour

    package struct Definition: Sendable {
        /// As conditions are written: `account.country`.
        package var key: String
        package var words: String
        package var type: ConditionType
        /// Whether it says something about a person, so that it is kept nowhere but where it is.
        package var isPersonal: Bool

        init(_ key: String, _ words: String, _ type: ConditionType, isPersonal: Bool = false) {
            self.key = key
            self.words = words
            self.type = type
            self.isPersonal = isPersonal
        }
    }

    package var definition: Definition {
        switch self {
        case .status: Definition("lead.status", "Status", .choice(.status))
        case .kind: Definition("lead.kind", "Kind of status", .choice(.kind))
        case .grade: Definition("lead.grade", "Grade", .choice(.grade))
        case .owner: Definition("lead.owner", "Owner", .choice(.owner))
        case .marketingOwner: Definition("lead.marketing_owner", "Marketing owner", .choice(.person))
        case .source: Definition("lead.source", "Source", .choice(.source))
        case .campaign: Definition("lead.campaign", "Campaign", .choice(.campaign))
        case .productClass: Definition("lead.product_class", "Product class", .choice(.productClass))
        case .reason: Definition("lead.reason", "Last reason", .text)
        case .value: Definition("lead.value", "Value", .money)
        case .expectedValue: Definition("lead.expected_value", "Expected value", .money)
        case .responses: Definition("lead.responses", "Responses", .number)
        case .attempts: Definition("lead.attempts", "Attempts", .number)
        case .created: Definition("lead.created", "Created", .time)
        case .statusSince: Definition("lead.status_since", "In its status since", .time)
        case .ownerSince: Definition("lead.owner_since", "With its owner since", .time)
        case .firstAttempt: Definition("lead.first_attempt", "First attempt", .time)
        case .nextStepDue: Definition("lead.next_step_due", "Next step due", .time)
        case .need: Definition("lead.need", "Need", .choice(.level))
        case .urgency: Definition("lead.urgency", "Urgency", .choice(.level))
        case .fit: Definition("lead.fit", "Fit", .choice(.level))
        case .authority: Definition("lead.authority", "Authority", .choice(.level))
        case .money: Definition("lead.money", "Money", .choice(.level))
        case .accountName: Definition("account.name", "Company", .text, isPersonal: true)
        case .personal: Definition("account.personal", "Private person", .flag)
        case .country: Definition("account.country", "Country", .text)
        case .region: Definition("account.region", "Region", .text)
        case .postalCode: Definition("account.postal_code", "Postal code", .text)
        case .city: Definition("account.city", "City", .text, isPersonal: true)
        case .industry: Definition("account.industry", "Industry", .text)
        case .employees: Definition("account.employees", "Employees", .number)
        case .revenue: Definition("account.revenue", "Revenue", .money)
        case .customer: Definition("account.customer", "Existing customer", .flag)
        case .contactName: Definition("contact.name", "Name of the contact", .text, isPersonal: true)
        case .title: Definition("contact.title", "Title of the contact", .text, isPersonal: true)
        case .email: Definition("contact.email", "E-mail of the contact", .text, isPersonal: true)
        case .contactCountry: Definition("contact.country", "Country of the contact", .text)
        case .contactCity: Definition("contact.city", "City of the contact", .text, isPersonal: true)
        case .intent: Definition("response.intent", "Intent of the last response", .choice(.intent))
        case .responseCampaign: Definition("response.campaign", "Campaign of the last response", .choice(.campaign))
        case .responded: Definition("response.at", "Last response", .time)
        case .campaignName: Definition("campaign.name", "Name of the campaign", .text)
        case .weekday: Definition("time.weekday", "Day of the week now", .choice(.weekday))
        case .hour: Definition("time.hour", "Hour of the day now", .number)
        }
    }

    package var key: String { definition.key }

    private static let byKey = Dictionary(uniqueKeysWithValues: allCases.map { ($0.key, $0) })

    package init?(key: String) {
        guard let fact = Self.byKey[key] else { return nil }
        self = fact
    }
}
