package import LeadCore
package import LeadStore

/// What a partner does through their link: the same acts as those of somebody with an account, in one transaction with the link's
/// own state.
///
/// It is carried out as the partner whom the link is for.
package struct AnswerShare: Command {
    package static let name = "answer_share"
    package static let permission = Permission.workLeads

    package struct Outcome: Codable, Hashable, Sendable {
        package var outcome: ShareOutcome
        package var lead: Lead.ID
    }

    package enum Answer: Codable, Hashable, Sendable {
        case accept
        case decline(reason: String)
        case contacted(reached: Bool)
        case won(Money?)
        case lost(reason: String)
    }

    package var token: String
    package var answer: Answer
    package var customer: EndCustomer?
    package var note: String?

    package init(token: String, _ answer: Answer, customer: EndCustomer? = nil, note: String? = nil) {
        self.token = token
        self.answer = answer
        self.customer = customer
        self.note = note
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        let share = try tx.read.share(token: token)
        guard let lead = try tx.read.lead(share.lead), tx.actor.user == share.partner else {
            throw Refusal.notFound("link")
        }
        try share.requireWorking(on: lead, at: tx.now)
        let outcome = try act(on: lead, tx, desk)
        if let customer { try keep(customer, share, tx) }
        if let note = note?.trimmed { try tx.log(.note(on: lead.id, text: String(note.prefix(5000)), at: tx.now)) }
        try tx.note(outcome, on: share.id, ends: outcome.isLast)
        return Outcome(outcome: outcome, lead: lead.id)
    }

    private func act(on lead: Lead, _ tx: borrowing Transaction, _ desk: Desk) throws -> ShareOutcome {
        switch answer {
        case .accept:
            _ = try AcceptLead(lead: lead.id).perform(tx, desk)
            return .accepted
        case .decline(let reason):
            _ = try DeclineLead(lead: lead.id, reason: reason).perform(tx, desk)
            return .declined
        case .contacted(let reached):
            try acceptFirst(lead, tx, desk)
            let attempt = Attempt(channel: .phone, outcome: reached ? .reached : .noAnswer)
            _ = try LogAttempt(lead: lead.id, attempt: attempt).perform(tx, desk)
            return .contacted
        case .won(let amount):
            try acceptFirst(lead, tx, desk)
            try win(lead, amount, tx, desk)
            return .won
        case .lost(let reason):
            try acceptFirst(lead, tx, desk)
            _ = try LoseLead(lead: lead.id, reason: reason).perform(tx, desk)
            return .lost
        }
    }

    /// Whoever reports what became of an offer has accepted it.
    private func acceptFirst(_ lead: Lead, _ tx: borrowing Transaction, _ desk: Desk) throws {
        if lead.offer != nil { _ = try AcceptLead(lead: lead.id).perform(tx, desk) }
    }

    private func win(_ lead: Lead, _ amount: Money?, _ tx: borrowing Transaction, _ desk: Desk) throws {
        let name = try tx.read.leadRow(lead.id).map { $0.account ?? $0.name } ?? "Deal"
        let deal = try ConvertLeads(leads: [lead.id], name: customer?.company ?? name, amount: amount).perform(tx, desk)
        _ = try WinOpportunity(opportunity: deal.opportunity).perform(tx, desk)
    }

    private func keep(_ customer: EndCustomer, _ share: ShareRecord, _ tx: borrowing Transaction) throws {
        guard customer.company.trimmed != nil else { throw Refusal.invalid("/company", "Name the company that buys.") }
        guard customer.line.utf8.count <= 1000 else {
            throw Refusal.invalid("/company", "This is longer than 1000 bytes.")
        }
        try tx.note(customer, on: share.id)
        try tx.log(.note(on: share.lead, text: "End customer: \(customer.line)", at: tx.now))
    }
}
