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
    /// A year's, in minor units of the workspace's currency, as capture takes it.
    package var revenue: Int64?

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

    private func change(_ account: inout AccountRecord) throws(Refusal) {
        if let employees, employees < 0 { throw Refusal.invalid("/employees", "There cannot be fewer than none.") }
        if let revenue, revenue < 0 { throw Refusal.invalid("/revenue", "Revenue cannot be negative.") }
        let texts = [
            ("company", company), ("industry", industry), ("website", website), ("country", country), ("city", city),
        ]
        for (name, text) in texts where (text?.utf8.count ?? 0) > 2000 {
            throw Refusal.invalid("/\(name)", "This is longer than 2000 bytes.")
        }
        if let industry { account.industry = industry.trimmed }
        if let website { account.website = website.trimmed }
        if let country { account.country = country.trimmed }
        if let city { account.city = city.trimmed }
        if let employees { account.employees = employees }
        if let revenue { account.revenue = revenue }
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
            ("revenue", before.revenue != after.revenue), ("website", before.website != after.website),
            ("country", before.country != after.country), ("city", before.city != after.city),
        ].compactMap { $1 ? $0 : nil }
    }
}
