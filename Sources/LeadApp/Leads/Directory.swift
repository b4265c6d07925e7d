package import LeadCore
import LeadStore

/// The names of people and pools, to put on pages beside their ids.
package struct Directory: Sendable {
    package let people: [User.ID: String]
    package let pools: [Pool.ID: String]
    /// Who answers for a pool while nobody has taken what waits there.
    package let dutyHolders: [Pool.ID: User.ID]
    package let roles: [User.ID: Role]

    init(_ snapshot: borrowing Snapshot) throws {
        let users = try snapshot.users()
        people = Dictionary(uniqueKeysWithValues: users.map { ($0.id, $0.name) })
        roles = Dictionary(uniqueKeysWithValues: users.map { ($0.id, $0.role) })
        pools = Dictionary(uniqueKeysWithValues: try snapshot.pools().map { ($0.id, $0.name) })
        dutyHolders = Dictionary(uniqueKeysWithValues: try snapshot.dutyHolders())
    }

    package func name(_ owner: Owner) -> String {
        switch owner {
        case .person(let id): people[id] ?? "Somebody who left"
        case .pool(let id): pools[id] ?? "A former pool"
        case .elsewhere: "Before Baton"
        }
    }

    /// Sales' part of joint ownership (requirement E6): the owner, unless that is somebody in marketing.
    package func salesOwner(_ owner: Owner) -> Owner? {
        switch owner {
        case .person(let id): roles[id] == .marketing ? nil : owner
        case .pool: owner
        case .elsewhere: nil
        }
    }

    /// "Mia for Jonas" when somebody stood in.
    package func name(_ user: User.ID?, for principal: User.ID?) -> String {
        principal.map { "\(name(user)) for \(name($0))" } ?? name(user)
    }

    package func name(_ user: User.ID?) -> String {
        user.map { people[$0] ?? "Somebody who left" } ?? "Baton"
    }
}
