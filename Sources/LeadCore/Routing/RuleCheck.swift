/// Looks through assignment rules for holes before they are put in force (requirements F4, X8): a hole in the rules is a
/// dropped lead.
package struct RuleCheck: Sendable {
    package let rules: AssignmentRules
    package let world: RuleWorld
    package let staff: RuleStaff
    package let naming: @Sendable (ConditionField, ConditionValue) -> String?

    /// - Parameter rules: with their conditions understood.
    package init(
        _ rules: AssignmentRules,
        _ world: RuleWorld,
        _ staff: RuleStaff,
        naming: @escaping @Sendable (ConditionField, ConditionValue) -> String? = { _, _ in nil }
    ) {
        self.rules = rules
        self.world = world
        self.staff = staff
        self.naming = naming
    }

    /// Faults first, then warnings, each in the order of the rules.
    package var faults: [RuleFault] {
        let all = keyFaults + conditionFaults + staffFaults
        return all.filter { !$0.isWarning } + all.filter(\.isWarning)
    }

    private var keyFaults: [RuleFault] {
        var seen: Set<String> = []
        return rules.rules.enumerated().compactMap { index, rule in
            seen.insert(rule.key).inserted
                ? nil : RuleFault(.keyTwice, rule: index, "“\(rule.name)” has the key of another rule.")
        }
    }

    // MARK: Conditions

    private var conditionFaults: [RuleFault] {
        let conditions = rules.rules.map(\.condition)
        let space = RuleSpace(conditions, world)
        let search = RuleSearch(conditions, space)
        var faults: [RuleFault] = []
        for index in rules.rules.indices {
            if let fault = fault(of: index, search) { faults.append(fault) }
        }
        if !rules.rules.isEmpty, let gap = gap(search) { faults.append(gap) }
        return faults
    }

    /// The days from today on between which nothing changes in which rules count.
    private var days: [LocalDate] {
        let today = world.zone.local(world.now).date
        let edges = rules.rules.flatMap { [$0.from, $0.until.map { $0 + 1 }] }.compactMap { $0 }
        return Set([today] + edges.filter { $0 > today }).sorted()
    }

    private func fault(of index: Int, _ search: RuleSearch) -> RuleFault? {
        let rule = rules.rules[index]
        let days = days.filter(rule.counts)
        guard !days.isEmpty else {
            return RuleFault(.neverMatches, rule: index, "“\(rule.name)” counts on no day from today on.")
        }
        switch search.find(index, without: []) {
        case .impossible:
            return RuleFault(.neverMatches, rule: index, "No lead can meet “\(rule.name)”.")
        case .undecided: return undecided(index)
        case .found: break
        }
        var isUndecided = false
        for day in days {
            switch search.find(
                index,
                without: rules.rules.indices.filter { $0 < index && rules.rules[$0].counts(on: day) }
            ) {
            case .found: return nil
            case .undecided: isUndecided = true
            case .impossible: continue
            }
        }
        return isUndecided ? undecided(index) : shadow(of: index, days, search)
    }

    private func shadow(of index: Int, _ days: [LocalDate], _ search: RuleSearch) -> RuleFault {
        let rule = rules.rules[index]
        let cover = rules.rules.indices.first { earlier in
            guard earlier < index, days.allSatisfy(rules.rules[earlier].counts) else { return false }
            if case .impossible = search.find(index, without: [earlier]) { return true }
            return false
        }
        let by = cover.map { "“\(rules.rules[$0].name)” before it takes" } ?? "the rules before it together take"
        return RuleFault(.shadowed, rule: index, "“\(rule.name)” gets no lead: \(by) every one that it is for.")
    }

    private func undecided(_ index: Int) -> RuleFault {
        let name = rules.rules[index].name
        return RuleFault(
            .undecided,
            rule: index,
            "“\(name)” asks for too much to look at every case; try it with leads of your own.",
            isWarning: true
        )
    }

    /// Leads that no rule is for go to the catch-all, so this is a fault only where that cannot take them.
    private func gap(_ search: RuleSearch) -> RuleFault? {
        for day in days {
            let counting = rules.rules.indices.filter { rules.rules[$0].counts(on: day) }
            switch search.find(nil, without: counting) {
            case .impossible: continue
            case .undecided:
                return RuleFault(
                    .undecided,
                    "There are too many cases to look for leads without a rule.",
                    isWarning: true
                )
            case .found(let lead):
                let example = example(lead, search.space)
                let holder = staff.holds(catchAll)
                return RuleFault(
                    .gap,
                    "No rule is for a lead with \(example)"
                        + (holder ? "; the catch-all takes it." : ", and the catch-all cannot take it."),
                    isWarning: holder
                )
            }
        }
        return nil
    }

    private func example(_ lead: [Int?], _ space: RuleSpace) -> String {
        let parts = zip(space.variables, lead).compactMap { variable, cell -> String? in
            guard let cell else { return nil }
            let words = world.catalogue[variable.field]?.words ?? variable.field.description
            let chosen = variable.cells[cell]
            guard let value = chosen.value else { return "\(words) not known" }
            if chosen.isOther { return "\(words) that no rule names" }
            let name = naming(variable.field, value) ?? spoken(value)
            return "\(words) \(name)"
        }
        return parts.isEmpty ? "anything" : parts.joined(separator: ", ")
    }

    private func spoken(_ value: ConditionValue) -> String {
        switch value {
        case .time(let time): return "at \(world.zone.local(time))"
        default:
            let parts = value.spoken.split(separator: "\u{FFFF}")
            return parts.joined(separator: " … ")
        }
    }

    // MARK: People

    private var catchAll: Pool.ID? { rules.catchAll ?? staff.standard }

    private var staffFaults: [RuleFault] {
        var faults: [RuleFault] = []
        if let catchAll, let pool = staff.pools[catchAll] {
            if !staff.active.contains(pool.dutyHolder) {
                faults.append(RuleFault(.catchAllInactive, "Whoever answers for the catch-all has left."))
            }
        } else {
            faults.append(RuleFault(.catchAllMissing, "Name the pool that takes what no rule is for."))
        }
        for (index, rule) in rules.rules.enumerated() {
            guard let pool = staff.pools[rule.pool] else {
                faults.append(RuleFault(.poolUnknown, rule: index, "“\(rule.name)” names a pool that there is not."))
                continue
            }
            faults += poolFaults(pool, index)
        }
        if let loop = staff.managerLoop {
            faults.append(RuleFault(.loop, "\(loop) are each other's managers: what is late reaches nobody else."))
        }
        return faults
    }

    private func poolFaults(_ pool: RuleStaff.StaffedPool, _ index: Int) -> [RuleFault] {
        let name = rules.rules[index].name
        if pool.isQueue {
            return staff.active.contains(pool.dutyHolder)
                ? [] : [RuleFault(.poolInactive, rule: index, "Whoever answers for the queue of “\(name)” has left.")]
        }
        if pool.members.isEmpty { return [RuleFault(.poolEmpty, rule: index, "Nobody is in the pool of “\(name)”.")] }
        let active = pool.members.filter(staff.active.contains)
        if active.isEmpty {
            return [RuleFault(.poolInactive, rule: index, "Nobody in the pool of “\(name)” has an account that works.")]
        }
        var faults: [RuleFault] = []
        if pool.inHoursOnly, active.contains(where: staff.withoutCalendar.contains) {
            faults.append(
                RuleFault(
                    .calendarMissing,
                    rule: index,
                    "Somebody in the pool of “\(name)” works by a calendar that there is not."
                )
            )
        }
        if let moment = staff.allAway(active) {
            faults.append(
                RuleFault(
                    .poolAway,
                    rule: index,
                    "Everybody in the pool of “\(name)” is away on \(world.zone.local(moment).date).",
                    isWarning: true
                )
            )
        }
        return faults
    }
}

/// Who is in which pool, who is here, and who is away when: what the checker looks at besides the rules.
package struct RuleStaff: Sendable {
    package struct StaffedPool: Sendable {
        package var members: [User.ID]
        package var dutyHolder: User.ID
        package var isQueue: Bool
        package var inHoursOnly: Bool

        package init(members: [User.ID], dutyHolder: User.ID, isQueue: Bool = false, inHoursOnly: Bool = false) {
            self.members = members
            self.dutyHolder = dutyHolder
            self.isQueue = isQueue
            self.inHoursOnly = inHoursOnly
        }
    }

    package var pools: [Pool.ID: StaffedPool]
    /// The workspace's default pool.
    package var standard: Pool.ID?
    package var active: Set<User.ID>
    /// Absences that are not over.
    package var absences: [User.ID: [Range<Instant>]]
    /// Who works by a calendar that the policy does not have.
    package var withoutCalendar: Set<User.ID>
    package var managers: [User.ID: User.ID]
    package var names: [User.ID: String]

    package init(
        pools: [Pool.ID: StaffedPool],
        standard: Pool.ID?,
        active: Set<User.ID>,
        absences: [User.ID: [Range<Instant>]] = [:],
        withoutCalendar: Set<User.ID> = [],
        managers: [User.ID: User.ID] = [:],
        names: [User.ID: String] = [:]
    ) {
        self.pools = pools
        self.standard = standard
        self.active = active
        self.absences = absences
        self.withoutCalendar = withoutCalendar
        self.managers = managers
        self.names = names
    }

    func holds(_ pool: Pool.ID?) -> Bool {
        pool.flatMap { pools[$0] }.map { active.contains($0.dutyHolder) } ?? false
    }

    /// The first moment at which all of them are away; absences begin then or have begun.
    func allAway(_ users: [User.ID]) -> Instant? {
        let starts = users.flatMap { absences[$0] ?? [] }.map(\.lowerBound).sorted()
        return starts.first { moment in
            users.allSatisfy { user in (absences[user] ?? []).contains { $0.contains(moment) } }
        }
    }

    /// People whose managers lead back to themselves, by name.
    var managerLoop: String? {
        for start in managers.keys.sorted() {
            var path: [User.ID] = [start]
            while let next = path.last.flatMap({ managers[$0] }) {
                if next == start {
                    return path.map { names[$0] ?? "Somebody" }.joined(separator: " and ")
                }
                if path.contains(next) { break }
                path.append(next)
            }
        }
        return nil
    }
}
