/// Which pool gets which lead: the first rule that holds decides; what no rule holds for goes to the catch-all.
package struct AssignmentRules: Hashable, Codable, Sendable {
    package var rules: [AssignmentRule]
    /// The pool of last resort; the workspace's default pool when nil.
    package var catchAll: Pool.ID?

    package init(rules: [AssignmentRule] = [], catchAll: Pool.ID? = nil) {
        self.rules = rules
        self.catchAll = catchAll
    }

    package static let most = 1000
}

package struct AssignmentRule: Hashable, Codable, Sendable {
    /// Stable; the name may change.
    package var key: String
    package var name: String
    package var condition: Condition
    package var pool: Pool.ID
    /// Existing customers go to whoever holds the account, if they are there.
    package var accountOwnerFirst: Bool
    /// The first day on which it counts; nil from ever.
    package var from: LocalDate?
    /// The last day on which it counts; nil for ever.
    package var until: LocalDate?

    package init(
        key: String,
        name: String,
        condition: Condition,
        pool: Pool.ID,
        accountOwnerFirst: Bool = false,
        from: LocalDate? = nil,
        until: LocalDate? = nil
    ) {
        self.key = key
        self.name = name
        self.condition = condition
        self.pool = pool
        self.accountOwnerFirst = accountOwnerFirst
        self.from = from
        self.until = until
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        key = try container.decode(String.self, forKey: .key)
        name = try container.decode(String.self, forKey: .name)
        condition = try container.decode(Condition.self, forKey: .condition)
        pool = try container.decode(Pool.ID.self, forKey: .pool)
        accountOwnerFirst = try container.decodeIfPresent(Bool.self, forKey: .accountOwnerFirst) ?? false
        from = try container.decodeIfPresent(LocalDate.self, forKey: .from)
        until = try container.decodeIfPresent(LocalDate.self, forKey: .until)
    }

    package func counts(on day: LocalDate) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }
}

extension AssignmentRules {
    /// The first rule that holds for a lead on a day, by its place; nil when none does.
    package func match(_ subject: LeadSubject, on day: LocalDate) -> Int? {
        rules.firstIndex { $0.counts(on: day) && $0.condition.holds(for: subject) }
    }

    /// The rules with their conditions as the workspace's fields mean them; what cannot be understood holds for nobody.
    package func understood(by catalogue: ConditionCatalogue) -> AssignmentRules {
        var understood = self
        for index in rules.indices {
            let (condition, issues) = rules[index].condition.read(by: catalogue)
            understood.rules[index].condition = issues.isEmpty ? condition : .any([])
        }
        return understood
    }
}
