import LeadCore
import LeadStore

extension Desk {
    /// An act on a lead, with what decisions ask for beside its life: the one place where the two come together.
    func act(on lead: Lead, _ tx: borrowing Transaction) throws -> LeadAct {
        let process = policy.process
        let profile = policy.asksForProfile ? try tx.read.profile(of: lead, fields: process.fields) : LeadProfile()
        return LeadAct(lead, profile: profile, facts: facts(tx, on: lead), newClockID: tx.newClockID)
    }
}
