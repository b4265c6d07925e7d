package import LeadCore
package import LeadStore

/// Looks through rules before they are put in force, or through those that are.
package struct CheckRules: Query {
    package static let permission: Permission? = .administer

    /// The rules to look at; those in force when nil.
    package var rules: AssignmentRules?

    package init(rules: AssignmentRules? = nil) {
        self.rules = rules
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> [RuleFault] {
        var policy = desk.policy
        if let rules {
            policy.assignment = try rules.read(by: ConditionCatalogue(fields: policy.process.fields))
        }
        return try RuleCheck(policy, snapshot, now: now).faults
    }
}

extension AssignmentRules {
    /// The rules with their conditions as the workspace's fields mean them.
    ///
    /// - Throws: `condition_invalid` with every place that cannot be understood, below `/assignment/rules`.
    func read(by catalogue: ConditionCatalogue) throws(Refusal) -> AssignmentRules {
        guard rules.count <= Self.most else {
            throw .invalid("/assignment/rules", "There are at most \(Self.most) rules.")
        }
        var read = self
        var issues: [Refusal.Issue] = []
        for (index, rule) in rules.enumerated() {
            let pointer = "/assignment/rules/\(index)"
            if rule.name.trimmed == nil || rule.name.count > 80 {
                issues.append(.init("\(pointer)/name", "A rule has a name of 1 to 80 characters."))
            }
            let (condition, wrong) = rule.condition.read(by: catalogue, at: "\(pointer)/condition")
            issues += wrong
            read.rules[index].condition = condition
        }
        guard let first = issues.first else { return read }
        throw Refusal(.invalid, "condition_invalid", first.message, issues: Array(issues.prefix(100)))
    }
}

extension PolicyBody {
    /// Refuses rules through which leads would fall, unless they are those that are in force already.
    func requireSoundRules(_ old: Policy, _ tx: borrowing Transaction) throws {
        guard let assignment, !assignment.rules.isEmpty || assignment.catchAll != nil else { return }
        var policy = try policy(version: old.version + 1)
        policy.assignment = try assignment.read(by: ConditionCatalogue(fields: process.fields))
        guard policy.assignment != old.assignment else { return }
        let faults = try RuleCheck(policy, tx.read, now: tx.now).faults.filter { !$0.isWarning }
        guard let first = faults.first else { return }
        throw Refusal(
            .invalid,
            "rules_unsound",
            "These rules are not put in force: \(first.sentence)",
            issues: faults.prefix(100).map { .init($0.pointer, $0.sentence) }
        )
    }
}

extension RuleCheck {
    init(_ policy: Policy, _ snapshot: borrowing Snapshot, now: Instant) throws {
        let names = try RuleNames(snapshot, policy)
        self.init(
            policy.assignment,
            RuleWorld(now: now, zone: policy.calendar.zone, process: policy.process),
            try RuleStaff(policy, snapshot, now: now),
            naming: { names.name($0, $1) }
        )
    }
}

extension RuleStaff {
    init(_ policy: Policy, _ snapshot: borrowing Snapshot, now: Instant) throws {
        let users = try snapshot.users()
        var pools: [Pool.ID: StaffedPool] = [:]
        for named in try snapshot.pools() {
            guard let pool = try snapshot.pool(named.id, at: now) else { continue }
            pools[named.id] = StaffedPool(
                members: pool.members.map(\.user),
                dutyHolder: pool.dutyHolder,
                isQueue: pool.strategy == .queue,
                inHoursOnly: pool.inHoursOnly
            )
        }
        let known = policy.namedCalendars
        let unknown = try snapshot.calendarChoices().filter { known[$0.value] == nil }.compactMap(\.key.person)
        var managers: [User.ID: User.ID] = [:]
        for user in users { managers[user.id] = try snapshot.manager(of: user.id) }
        let absences = try snapshot.absences(of: nil, notOverAt: now)
        self.init(
            pools: pools,
            standard: try DefaultPool.id(snapshot),
            active: Set(users.filter(\.active).map(\.id)),
            absences: Dictionary(grouping: absences, by: \.user).mapValues { $0.map { $0.from..<$0.until } },
            withoutCalendar: Set(unknown),
            managers: managers,
            names: Dictionary(uniqueKeysWithValues: users.map { ($0.id, $0.name) })
        )
    }
}
