extension LeadEvent {
    /// The lead is about another product class than was thought.
    package struct Reclassified: Hashable, Codable, Sendable {
        package var from: ProductClass.ID
        package var productClass: ProductClass.ID
        package var reason: String
    }
}

extension LeadAct {
    /// Says what the lead is really about; status, owner, clocks and responses stay as they are.
    ///
    /// That the account has no other open lead of the class is for whoever loads the facts to see.
    package mutating func reclassify(as productClass: ProductClass.ID, reason: String) throws(Refusal) {
        try requireOpen()
        try require(reason: reason)
        guard productClass != lead.productClass else { return }
        record(.reclassified(.init(from: lead.productClass, productClass: productClass, reason: reason)))
    }
}
