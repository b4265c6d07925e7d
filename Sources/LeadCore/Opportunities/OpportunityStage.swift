/// Where a deal is in the sales process.
package struct OpportunityStage: Hashable, Codable, Sendable {
    package enum Kind: String, CaseIterable, Codable, Sendable {
        case open, won, lost
        /// Taken back: the conversion was undone, so the deal counts neither as won nor as lost.
        case withdrawn
    }

    /// Stable key.
    package var key: String
    package var label: String
    package var kind: Kind
    /// Chance of winning from here, 0–100.
    package var percent: Int

    package init(_ key: String, _ label: String, _ kind: Kind, percent: Int) {
        self.key = key
        self.label = label
        self.kind = kind
        self.percent = percent
    }

    /// Where withdrawn deals rest: in no company's process.
    package static let withdrawnKey = "withdrawn"

    package static let standard = [
        OpportunityStage("discovery", "Discovery", .open, percent: 20),
        OpportunityStage("engaging", "Engaging", .open, percent: 40),
        OpportunityStage("proposal", "Proposal", .open, percent: 60),
        OpportunityStage("negotiation", "Negotiation", .open, percent: 80),
        OpportunityStage("won", "Won", .won, percent: 100),
        OpportunityStage("lost", "Lost", .lost, percent: 0),
    ]
}
