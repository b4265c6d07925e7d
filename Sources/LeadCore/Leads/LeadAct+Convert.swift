extension LeadAct {
    /// The lead becomes (part of) an opportunity: closed, with everything that it was kept (requirements B6, C10).
    ///
    /// Only a qualified lead can: one that no seller accepted must show what the gate asks for.
    package mutating func convert(to opportunity: Opportunity.ID) throws(Refusal) {
        try requireOpen()
        let target = try target(.converted)
        var passed: LeadEvent.GatePass?
        if lead.kind != .accepted {
            try requireGate()
            passed = gatePass
        }
        record(.converted(.init(opportunity: opportunity, passed: passed)))
        try enter(target)
    }
}
