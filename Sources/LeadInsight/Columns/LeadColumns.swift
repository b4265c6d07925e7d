package import LeadCore

/// What a lead is counted by, apart from where it is and who holds it.
package struct LeadFacts: Hashable, Sendable {
    package var created: Instant
    package var source: Code
    package var campaign: Code
    package var productClass: Code
    /// What somebody said that it is worth; nil until then.
    package var value: Money?
    package var grade: Grade?
    /// The number of its account, as `Columns.account` gives it; 0 for none.
    package var account: UInt32
    /// Whoever owns it for marketing, as an owner's code.
    package var marketing: Code

    package init(
        created: Instant,
        source: Code = Codebook.none,
        campaign: Code = Codebook.none,
        productClass: Code = Codebook.none,
        value: Money? = nil,
        grade: Grade? = nil,
        account: UInt32 = 0,
        marketing: Code = Codebook.none
    ) {
        self.created = created
        self.source = source
        self.campaign = campaign
        self.productClass = productClass
        self.value = value
        self.grade = grade
        self.account = account
        self.marketing = marketing
    }
}

/// One row per lead: its facts, and where it is now.
package struct LeadColumns: Sendable {
    package private(set) var created: [Int64] = []
    package private(set) var source: [Code] = []
    package private(set) var campaign: [Code] = []
    package private(set) var productClass: [Code] = []
    /// What somebody said that it is worth in minor units, or `unstated`.
    package private(set) var value: [Int64] = []
    package private(set) var currency: [Code] = []
    package private(set) var grade: [Grade?] = []
    package private(set) var account: [UInt32] = []
    package private(set) var marketing: [Code] = []
    /// The present status; `Codebook.none` until the first stay.
    package internal(set) var status: [UInt16] = []
    /// The row of the open stay among the stays of the present status.
    package internal(set) var openStay: [UInt32] = []
    private var rows: [RowKey: UInt32] = [:]

    /// Stands for an amount that nobody has said.
    package static let unstated = Int64.min

    package var count: Int { created.count }

    package func row<Entity>(of id: Identifier<Entity>) -> Row? {
        rows[RowKey(id)].map(Row.init)
    }

    mutating func put(_ key: RowKey, _ facts: LeadFacts, currency code: Code) -> Row {
        if let row = rows[key].map(Row.init) {
            created[row] = facts.created.milliseconds
            source[row] = facts.source
            campaign[row] = facts.campaign
            productClass[row] = facts.productClass
            value[row] = facts.value?.minor ?? Self.unstated
            currency[row] = code
            grade[row] = facts.grade
            account[row] = facts.account
            marketing[row] = facts.marketing
            return row
        }
        let row = count
        rows[key] = UInt32(row)
        created.append(facts.created.milliseconds)
        source.append(facts.source)
        campaign.append(facts.campaign)
        productClass.append(facts.productClass)
        value.append(facts.value?.minor ?? Self.unstated)
        currency.append(code)
        grade.append(facts.grade)
        account.append(facts.account)
        marketing.append(facts.marketing)
        status.append(UInt16(Codebook.none))
        openStay.append(0)
        return row
    }

    mutating func reserve(_ n: Int) {
        created.reserveCapacity(n)
        source.reserveCapacity(n)
        campaign.reserveCapacity(n)
        productClass.reserveCapacity(n)
        value.reserveCapacity(n)
        currency.reserveCapacity(n)
        grade.reserveCapacity(n)
        account.reserveCapacity(n)
        marketing.reserveCapacity(n)
        status.reserveCapacity(n)
        openStay.reserveCapacity(n)
        rows.reserveCapacity(n)
    }
}
