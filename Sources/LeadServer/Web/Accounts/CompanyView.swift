import LeadApp
import LeadCore
import LeadStore

/// `/accounts/{id}`: a company, its people, its leads and its deals.
struct CompanyView: Page {
    static let template = "accounts/page"
    var page: PageFrame
    var name: String
    /// Industry, employees and so on, as far as they are known.
    var facts: [FactView]
    /// Where they are set right, on a lead of it; nil when there is none to see.
    var describe: String?
    var totals: [FactView]
    var people: [CompanyPersonView]
    var leads: [AccountLeadView]
    var deals: [AccountLeadView]
}

/// A lead or a deal of a company, in a list.
struct AccountLeadView: Encodable {
    var href: String
    var name: String
    var status: StatusView
    /// "Service · Ann Inside · € 2,400".
    var detail: String
}

struct CompanyPersonView: Encodable {
    var name: String
    var initials: String
    var hue: Int
    var title: String?
    var email: String?
    var phone: String?
}

extension CompanyView {
    init(_ answer: AccountDetail.Answer, page: PageFrame) {
        let words = Wording(now: answer.now, policy: answer.policy, directory: answer.directory)
        self.page = page
        name = answer.account.name
        facts = FactView.facts(of: answer.account, currency: answer.policy.currency)
        describe = answer.leads.first.map { LeadAddress.act($0.id, AccountPage.path) }
        totals = FactView.totals(answer.totals)
        people = answer.people.map(CompanyPersonView.init)
        leads = answer.leads.map { AccountLeadView($0, words) }
        deals = answer.deals.map { AccountLeadView($0, words) }
    }
}

extension AccountLeadView {
    init(_ row: LeadRow, _ words: Wording) {
        href = LeadAddress.page(row.id)
        name = row.displayName
        status = words.status(row.status)
        detail = [row.productClass, words.directory.name(row.owner), row.value.map(MoneyWords.full)]
            .compactMap { $0 }.joined(separator: " · ")
    }

    fileprivate init(_ row: OpportunityRow, _ words: Wording) {
        href = OpportunityAddress.page(row.id)
        name = row.name
        status = words.stage(row.stage)
        detail = [row.product ?? row.productClass, words.directory.name(row.owner), row.amount.map(MoneyWords.full)]
            .compactMap { $0 }.joined(separator: " · ")
    }
}

extension CompanyPersonView {
    fileprivate init(_ contact: ContactRecord) {
        name = contact.name.trimmed ?? "Nobody named"
        initials = Initials.of(name)
        hue = Initials.hue(contact.id)
        title = contact.title
        email = contact.email
        phone = contact.phone
    }
}

extension FactView {
    fileprivate static func facts(of account: AccountRecord, currency: String) -> [FactView] {
        let revenue = account.revenue.map { MoneyWords.full(Money(minor: $0, currency: currency)) }
        let facts: [(String, String?)] = [
            ("Industry", account.industry), ("Employees", account.employees.map { "\($0)" }),
            ("Revenue a year", revenue), ("Web site", account.website), ("Country", account.country),
            ("City", account.city),
        ]
        return facts.compactMap { label, value in value.map { FactView(label: label, value: $0) } }
    }

    fileprivate static func totals(_ totals: AccountDetail.Totals) -> [FactView] {
        func line(_ label: String, _ count: Int, _ amounts: [Money]) -> FactView {
            let worth = amounts.map(MoneyWords.full).joined(separator: " + ")
            return FactView(label: label, value: worth.isEmpty ? "\(count)" : "\(count) · \(worth)")
        }
        return [
            line("Open leads", totals.openLeads, totals.openValue), line("Closed leads", totals.closedLeads, []),
            line("Open deals", totals.openDeals, totals.pipeline), line("Won deals", totals.wonDeals, totals.won),
        ]
    }
}
