import LeadCore
import LeadStore

extension Allotment {
    /// `owner` while they are here, otherwise whom the rules choose: nobody who has left gets a lead.
    static func present(
        _ owner: Owner,
        _ reason: AssignmentReason,
        _ act: inout LeadAct,
        _ tx: borrowing Transaction,
        _ desk: Desk
    ) throws -> Allotment {
        switch owner {
        case .elsewhere: return try Dispatch(desk).route(&act, tx)
        case .pool: return Allotment(owner: owner, reason: reason, turn: 0)
        case .person(let user):
            guard try tx.read.user(user)?.active == true else {
                return try Dispatch(desk).route(&act, tx)
            }
            return Allotment(owner: owner, reason: reason, turn: 0)
        }
    }
}

extension LeadAct {
    /// A lead that is open again after all goes to whose turn it is when its holder has left meanwhile: whoever leaves hands
    /// over open leads only.
    mutating func requirePresentOwner(_ tx: borrowing Transaction, _ desk: Desk) throws {
        guard lead.isOpen else { return }
        let present = try Allotment.present(lead.owner, .reopened, &self, tx, desk)
        if present.owner != lead.owner { try assign(to: present.owner, reason: present.reason) }
    }
}
