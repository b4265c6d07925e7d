package import LeadCore

/// What a lead is counted by, apart from where it is and who holds it.
package struct LeadFacts: Hashable, Sendable {
    package var created: Instant
    package var source: Code
    package var campaign: Code
    package var productClass: Code
    /// Expected value in minor units.
    package var value: Int64
    /// What the value is in; the workspace's currency when none is given.
    package var currency: Code

    package init(
        created: Instant,
        source: Code = Codebook.none,
        campaign: Code = Codebook.none,
        productClass: Code = Codebook.none,
        value: Int64 = 0,
        currency: Code = Codebook.none
    ) {
        self.created = created
        self.source = source
        self.campaign = campaign
        self.productClass = productClass
        self.value = value
        self.currency = currency
    }
}

/// One row per lead: its facts, and where it is now.
package struct LeadColumns: Sendable {
    package private(set) var created: [Int64] = []
    package private(set) var source: [Code] = []
    package private(set) var campaign: [Code] = []
    package private(set) var productClass: [Code] = []
    package private(set) var value: [Int64] = []
    package private(set) var currency: [Code] = []
    /// The present status; `Codebook.none` until the first stay.
    package internal(set) var status: [UInt16] = []
    /// The row of the open stay among the stays of the present status.
    package internal(set) var openStay: [UInt32] = []
    private var rows: [RowKey: UInt32] = [:]

    package var count: Int { created.count }

    package func row<Entity>(of id: Identifier<Entity>) -> Row? {
        rows[RowKey(id)].map(Row.init)
    }

    mutating func put(_ key: RowKey, _ facts: LeadFacts) -> Row {
        if let row = rows[key].map(Row.init) {
            created[row] = facts.created.milliseconds
            source[row] = facts.source
            campaign[row] = facts.campaign
            productClass[row] = facts.productClass
            value[row] = facts.value
            currency[row] = facts.currency
            return row
        }
        let row = count
        rows[key] = UInt32(row)
        created.append(facts.created.milliseconds)
        source.append(facts.source)
        campaign.append(facts.campaign)
        productClass.append(facts.productClass)
        value.append(facts.value)
        currency.append(facts.currency)
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
        status.reserveCapacity(n)
        openStay.reserveCapacity(n)
        rows.reserveCapacity(n)
    }
}
