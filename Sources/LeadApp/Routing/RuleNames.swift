package import LeadCore
package import LeadStore

/// What values of conditions are called: the names of sources, campaigns, people, the labels of statuses.
package struct RuleNames: Sendable {
    private var names: [String: String] = [:]
    private let process: LeadProcess

    package init(_ snapshot: borrowing Snapshot, _ policy: Policy) throws {
        process = policy.process
        for source in try snapshot.sources() { names[source.id.description] = source.name }
        for campaign in try snapshot.campaigns() { names[campaign.id.description] = campaign.name }
        for productClass in try snapshot.productClasses() { names[productClass.id.description] = productClass.name }
        for user in try snapshot.users() {
            names[user.id.description] = user.name
            names[Owner.person(user.id).description] = user.name
        }
        for pool in try snapshot.pools() {
            names[pool.id.description] = pool.name
            names[Owner.pool(pool.id).description] = pool.name
        }
    }

    /// Nil where the value speaks for itself.
    package func name(_ field: ConditionField, _ value: ConditionValue) -> String? {
        guard case .key(let key) = value else { return nil }
        switch field {
        case .fact(.status): return process[Status(rawValue: key)]?.label
        case .fact(.grade): return Grade(rawValue: key)?.label
        case .fact(.intent): return Intent(rawValue: key)?.label
        case .fact(.weekday): return key.prefix(1).uppercased() + key.dropFirst()
        default: return names[key]
        }
    }
}
