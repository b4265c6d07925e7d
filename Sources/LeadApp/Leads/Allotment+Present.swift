import LeadCore
import LeadStore

extension Allotment {
    /// `owner` while they are here, otherwise whose turn it is in the default pool: nobody who has left gets a lead.
    static func present(
        _ owner: Owner,
        _ reason: AssignmentReason,
        _ tx: borrowing Transaction
    ) throws -> Allotment {
        switch owner {
        case .elsewhere: return try DefaultPool.allot(tx)
        case .pool: return Allotment(owner: owner, reason: reason, turn: 0)
        case .person(let user):
            guard try tx.read.user(user)?.active == true else { return try DefaultPool.allot(tx) }
            return Allotment(owner: owner, reason: reason, turn: 0)
        }
    }
}

extension LeadAct {
    /// A lead that is open again after all goes to whose turn it is when its holder has left meanwhile: whoever leaves hands
    /// over open leads only.
    mutating func requirePresentOwner(_ tx: borrowing Transaction) throws {
        guard lead.isOpen else { return }
        let present = try Allotment.present(lead.owner, .reopened, tx)
        if present.owner != lead.owner { try assign(to: present.owner, reason: present.reason) }
    }
}
