import LeadApp
import LeadCore
import LeadStore

/// What the lead page tells beside the qualification: the company, and the custom fields.
struct FieldsPanel: Encodable {
    /// Only what is known of the company.
    var company: [FactView]
    var hasCompany: Bool
    var describe: String
    /// All custom fields, also those that are empty.
    var fields: [FieldFact]
    var hasFields: Bool
    var fill: String
}

struct FieldFact: Encodable {
    var label: String
    /// Nil while nobody has said.
    var value: String?
    /// "Ann Inside · 2 d ago".
    var by: String?
}

extension FieldsPanel {
    init(_ answer: LeadDetail.Answer, _ words: Wording) {
        let id = answer.lead.id
        company = Self.facts(answer.company, words)
        hasCompany = !company.isEmpty
        describe = LeadAddress.act(id, AccountPage.path)
        fields = answer.policy.process.fields.map { field in
            let stored = answer.fields.first { $0.key == field.key }
            return FieldFact(
                label: field.label,
                value: stored.map { Self.words($0.value, words) },
                by: stored.map { "\(words.directory.name($0.by)) · \(words.time.moment($0.at).relative)" }
            )
        }
        hasFields = !fields.isEmpty
        fill = LeadAddress.act(id, FieldsPage.path)
    }

    private static func facts(_ account: AccountRecord, _ words: Wording) -> [FactView] {
        let revenue = account.revenue.map { revenue in
            MoneyWords.full(Money(minor: revenue, currency: account.revenueCurrency ?? words.policy.currency))
        }
        return [
            ("Industry", account.industry), ("Employees", account.employees.map { "\($0)" }), ("Revenue", revenue),
            ("Web site", account.website), ("Country", account.country), ("City", account.city),
        ].compactMap { label, value in value.map { FactView(label: label, value: $0) } }
    }

    private static func words(_ value: FieldValue, _ words: Wording) -> String {
        switch value {
        case .text(let text), .choice(let text): text
        case .number: value.stored
        case .money(let money): MoneyWords.full(money)
        case .date(let date): words.time.day(date)
        case .boolean(let flag): flag ? "Yes" : "No"
        }
    }
}
