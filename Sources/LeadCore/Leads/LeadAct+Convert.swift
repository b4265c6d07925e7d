extension LeadAct {
    /// The lead becomes (part of) an opportunity: closed, with everything that it was kept (requirements B6, C10).
    package mutating func convert(to opportunity: Opportunity.ID) throws(Refusal) {
        try requireOpen()
        let target = try target(.converted)
        record(.converted(.init(opportunity: opportunity)))
        enter(target)
    }
}
