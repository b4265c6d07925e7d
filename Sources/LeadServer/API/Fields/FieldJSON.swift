import LeadApp
import LeadCore
import LeadStore

extension JSONValue {
    /// The values of custom fields by key, each in its type.
    static func fields(_ fields: [StoredField]) -> JSONValue {
        .object(fields.map { .init(name: $0.key, value: .field($0.value)) })
    }

    private static func field(_ value: FieldValue) -> JSONValue {
        switch value {
        case .text(let text), .choice(let text): .string(text)
        case .number(let number) where number % 10_000 == 0: .integer(number / 10_000)
        case .number(let number): .number(Double(number) / 10_000)
        case .money(let money): .money(money)
        case .date(let date): .string(date.description)
        case .boolean(let flag): .bool(flag)
        }
    }

    /// What is known about a lead's company; all null for a person without one.
    static func company(_ account: AccountRecord) -> JSONValue {
        [
            "name": .text(account.personal ? nil : account.name), "industry": .text(account.industry),
            "employees": .int(account.employees), "revenue": account.revenue.map { .integer($0) } ?? .null,
            "revenueCurrency": .text(account.revenueCurrency),
            "website": .text(account.website), "country": .text(account.country), "city": .text(account.city),
        ]
    }
}
