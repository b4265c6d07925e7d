package import LeadCore

/// One contact answering one campaign at one event, as the response ledger counts it.
package struct ResponseFacts: Hashable, Sendable {
    package var lead: Row?
    package var source: Code
    package var campaign: Code
    package var at: Instant

    package init(lead: Row?, source: Code, campaign: Code, at: Instant) {
        self.lead = lead
        self.source = source
        self.campaign = campaign
        self.at = at
    }
}

/// One row per response.
///
/// Nothing ever changes or removes one, so the counts per campaign are stable for ever.
package struct ResponseColumns: Sendable {
    /// Stands for "no lead": a contact alone.
    static let noLead = UInt32.max

    package private(set) var lead: [UInt32] = []
    package private(set) var source: [Code] = []
    package private(set) var campaign: [Code] = []
    package private(set) var at: [Int64] = []
    /// Which person it was, numbered in the order of their first response.
    package private(set) var contact: [UInt32] = []
    private var contacts: [RowKey: UInt32] = [:]

    package var count: Int { lead.count }
    /// How many different people have responded so far.
    package var contactCount: Int { contacts.count }

    mutating func add(_ facts: ResponseFacts, contact key: RowKey) {
        let person = contacts[key] ?? UInt32(contacts.count)
        contacts[key] = person
        contact.append(person)
        lead.append(facts.lead.map(UInt32.init) ?? Self.noLead)
        source.append(facts.source)
        campaign.append(facts.campaign)
        at.append(facts.at.milliseconds)
    }
}
