package import LeadCore

/// Erasing what people typed, where nothing that is counted changes: the ledger keeps the ids of the words, and whoever reads
/// one finds "(erased)".
extension Transaction {
    /// Erases all that was typed about a lead's life; its present next step and reason go with it.
    package func eraseTexts(of lead: Lead.ID) throws {
        try deleteTexts(of: .lead(lead))
        guard let told = Lead.fold(lead, try read.ledger(of: lead).map { (try $0.leadEvent(), $0.at) }) else { return }
        try run(
            """
            UPDATE leads SET next_step = \(told.nextStep?.what), reason = \(told.reason), version = version + 1
            WHERE id = \(lead)
            """
        )
    }

    /// Erases all that was typed about a deal's life; why and to whom it was lost go with it.
    package func eraseTexts(of deal: Opportunity.ID) throws {
        try deleteTexts(of: .opportunity(deal))
        let events = try read.ledger(of: deal).map { (try $0.opportunityEvent(), $0.at) }
        guard let told = Opportunity.fold(deal, events) else { return }
        try run(
            """
            UPDATE opportunities SET lost_reason = \(told.lostReason), competitor = \(told.competitor),
              version = version + 1
            WHERE id = \(deal)
            """
        )
    }
}
