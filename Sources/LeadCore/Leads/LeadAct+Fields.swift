extension LeadAct {
    /// Custom fields got or lost a value (requirement C4); the values stay beside the lead, the ledger names the fields alone.
    ///
    /// Closed leads may be completed and corrected too.
    package mutating func setFields(_ set: [String], clearing cleared: [String] = []) {
        guard !set.isEmpty || !cleared.isEmpty else { return }
        record(.fieldsSet(.init(set: set.sorted(), cleared: cleared.sorted())))
        profile.fields.formUnion(set)
        profile.fields.subtract(cleared)
    }

    /// What is known about the lead's account changed (requirement A10): which facts, not what they say.
    package mutating func describeAccount(_ facts: [String]) {
        guard !facts.isEmpty else { return }
        record(.accountDescribed(.init(facts: facts)))
    }
}
