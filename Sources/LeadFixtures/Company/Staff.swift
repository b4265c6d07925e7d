import LeadCore
import LeadStore

/// The demo company's people, pools and forms as the workspace knows them.
struct Staff: Sendable {
    /// Ids by e-mail address.
    var users: [String: User.ID] = [:]
    /// Ids by name.
    var pools: [String: Pool.ID] = [:]
    /// Ids by the source that they stand for.
    var forms: [String: Form.ID] = [:]

    func id(of person: Person) -> User.ID {
        guard let id = users[person.email] else { preconditionFailure("\(person.name) is not in the workspace") }
        return id
    }

    func id(of pool: PoolName) -> Pool.ID {
        guard let id = pools[pool.rawValue] else { preconditionFailure("the pool \(pool.rawValue) is not there") }
        return id
    }

    func actor(_ person: Person) -> Actor {
        Actor(user: id(of: person), role: person.role)
    }

    /// Who works on what `owner` holds: the person, or a manager for a pool.
    func person(for owner: Owner?) -> Person {
        Cast.everybody.first { owner?.person == users[$0.email] } ?? Cast.manager
    }
}
