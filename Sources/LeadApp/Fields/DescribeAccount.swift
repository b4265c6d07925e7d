package import LeadCore
package import LeadStore

/// Says what is known about a lead's company (requirement A10): what is named is replaced, what is not stays.
package struct DescribeAccount: LeadCommand {
    package static let name = "describe_account"

    package var lead: Lead.ID
    /// Names the company of somebody who came without one.
    package var company: String?
    /// Empty texts clear what is there.
    package var industry: String?
    package var website: String?
    package var country: String?
    package var city: String?
    package var employees: Int?
    /// A year's, in minor units of `revenueCurrency`.
    package var revenue: Int64?
    /// Nil is the workspace's, as capture takes it.
    package var revenueCurrency: String?

    package init(lead: Lead.ID) {
        self.lead = lead
    }

    package func decide(_ act: inout LeadAct, _ tx: borrowing Transaction, _ desk: Desk) throws {
        guard let before = try tx.read.account(act.lead.account) else { throw Refusal.notFound("account") }
        var after = before
        try change(&after)
        if let company = company?.trimmed, company != before.name { try name(&after, company, tx) }
        let facts = Self.differences(before, after)
        guard !facts.isEmpty else { return }
        try tx.update(after)
        if before.personal, !after.personal {
            try tx.fillGap("company", ofLeadsOf: after.id)
            try tx.index(lead, after.name)
        }
        act.describeAccount(facts)
    }

    /// The same as capture would be told, whose limits hold here too.
    private var asInquiry: Inquiry {
        var inquiry = Inquiry()
        inquiry.company = company
        inquiry.industry = industry
        inquiry.website = website
        inquiry.country = country
        inquiry.city = city
        inquiry.employees = employees
        inquiry.revenue = revenue
        return inquiry
    }

    private func change(_ account: inout AccountRecord) throws(Refusal) {
        try asInquiry.requireFitting()
        if let industry { account.industry = industry.trimmed }
        if let website { account.website = website.trimmed }
        if let country { account.country = country.trimmed }
        if let city { account.city = city.trimmed }
        if let employees { account.employees = employees }
        if let revenue { (account.revenue, account.revenueCurrency) = (revenue, revenueCurrency) }
    }

    /// A company that we know already is somebody else's account, which renaming must not make one with this.
    private func name(_ account: inout AccountRecord, _ company: String, _ tx: borrowing Transaction) throws {
        guard let key = CompanyKey(company)?.text else {
            throw Refusal.invalid("/company", "This is no company's name.")
        }
        if let known = try tx.read.account(withNameKey: key), known != account.id {
            throw Refusal(
                .conflict,
                "company_exists",
                "There is a company of this name already, with leads of its own.",
                issues: [.init("/company", "\(company.prefix(80)) is another account.")]
            )
        }
        account.name = company
        account.nameKey = key
        account.personal = false
    }

    private static func differences(_ before: AccountRecord, _ after: AccountRecord) -> [String] {
        [
            ("company", before.name != after.name || before.personal != after.personal),
            ("industry", before.industry != after.industry), ("employees", before.employees != after.employees),
            ("revenue", (before.revenue, before.revenueCurrency) != (after.revenue, after.revenueCurrency)),
            ("website", before.website != after.website),
            ("country", before.country != after.country), ("city", before.city != after.city),
        ].compactMap { $1 ? $0 : nil }
    }
}
