package import LeadCore
import LeadStore

/// The names of people and pools, to put on pages beside their ids.
package struct Directory: Sendable {
    package let people: [User.ID: String]
    package let pools: [Pool.ID: String]
    /// Who answers for a pool while nobody has taken what waits there.
    package let dutyHolders: [Pool.ID: User.ID]

    init(_ snapshot: borrowing Snapshot) throws {
        people = Dictionary(uniqueKeysWithValues: try snapshot.users().map { ($0.id, $0.name) })
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

    package func name(_ user: User.ID?) -> String {
        user.map { people[$0] ?? "Somebody who left" } ?? "Baton"
    }
}
