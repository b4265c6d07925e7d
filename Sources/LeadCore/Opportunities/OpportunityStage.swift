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

extension [OpportunityStage] {
    /// What is wrong with these stages, as sentences; empty when deals can be won and lost in them.
    package var faults: [String] {
        var faults: [String] = []
        if Set(map(\.key)).count != count { faults.append("Two stages have the same key.") }
        if Set(map { $0.label.lowercased() }).count != count { faults.append("Two stages have the same label.") }
        for (kind, word) in [(OpportunityStage.Kind.open, "open"), (.won, "won"), (.lost, "lost")]
        where !contains(where: { $0.kind == kind }) {
            faults.append("There is no stage of kind \(word).")
        }
        return faults + flatMap(\.faults)
    }
}

extension OpportunityStage {
    fileprivate var faults: [String] {
        var faults: [String] = []
        if !FieldDefinition.isKey(key) {
            faults.append("“\(key)” cannot be a stage's key: small letters, digits and _ make one.")
        }
        if key == Self.withdrawnKey || kind == .withdrawn {
            faults.append("\(key): withdrawn is a stage of Baton's own, outside every process.")
        }
        if !label.contains(where: { !$0.isWhitespace }) { faults.append("The stage \(key) has no label.") }
        if !(0...100).contains(percent) { faults.append("\(key): a chance lies between 0 and 100 percent.") }
        return faults
    }
}
