import LeadApp
import LeadCore
import LeadStore

/// What is known about the lead's company.
enum AccountPage: LeadActPage {
    static let path = "account"
    static let title = "Describe the company"
    static let done = "Company saved"

    static func form(_ facts: LeadActFacts) -> FormView {
        let company = facts.answer.company
        let currency = company.revenueCurrency ?? facts.policy.currency
        let revenue = company.revenue.map { MoneyWords.plain(Money(minor: $0, currency: currency)) }
        func text(_ name: String, _ label: String, _ known: String?, keyboard: String = "text") -> Field {
            .input(name, label, value: facts.value(name, or: known ?? ""), keyboard: keyboard)
        }
        return form(
            facts,
            [
                text("company", "Company", company.personal ? nil : company.name),
                text("industry", "Industry", company.industry),
                text("employees", "Employees", company.employees.map { "\($0)" }, keyboard: "numeric"),
                text("revenue", "Revenue a year in \(currency)", revenue, keyboard: "decimal"),
                text("website", "Web site", company.website, keyboard: "url"),
                text("country", "Country", company.country), text("city", "City", company.city),
            ],
            submit: "Save company"
        )
    }

    static func command(_ facts: LeadActFacts) throws(Refusal) -> DescribeAccount {
        var account = DescribeAccount(lead: facts.lead.id)
        account.company = facts.typed.text("company")
        account.industry = facts.typed["industry"]
        account.website = facts.typed["website"]
        account.country = facts.typed["country"]
        account.city = facts.typed["city"]
        if let text = facts.typed.text("employees") {
            do { account.employees = Int(try TextAmount(text, decimals: 0).minor) } catch {
                throw .invalid("/employees", error.sentence)
            }
        }
        account.revenueCurrency = facts.answer.company.revenueCurrency
        let currency = account.revenueCurrency ?? facts.policy.currency
        account.revenue = try MoneyWords.typed(facts.typed["revenue"], currency: currency, pointer: "/revenue")?.minor
        return account
    }
}
