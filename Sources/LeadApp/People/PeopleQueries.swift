package import LeadCore
package import LeadStore

/// Everybody with an account.
///
/// Names and roles are no secret among colleagues; addresses, and who has a password, are for administrators.
package struct PeopleList: Query {
    package init() {}

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> [Colleague] {
        try snapshot.colleagues(knownTo: desk.access.actor, .administer)
    }
}

extension Snapshot {
    /// - Parameter permission: what it takes to learn more than name and role.
    func colleagues(knownTo actor: Actor, _ permission: Permission) throws -> [Colleague] {
        let knowsWell = actor.role.may(permission)
        return try users().map { Colleague($0, isKnownWell: knowsWell) }
    }
}
