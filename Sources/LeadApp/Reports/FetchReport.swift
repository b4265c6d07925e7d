package import LeadCore
package import LeadInsight
package import LeadStore

/// A report over the whole workspace, filtered, grouped, and as of an instant.
package struct FetchReport: Query {
    package static let permission: Permission? = .readReports
    package static let asksInsight = true

    package var name: ReportName
    package var groupBy: GroupBy
    /// Names; empty means all.
    package var sources: [String] = []
    package var campaigns: [String] = []
    package var productClasses: [String] = []
    package var owner: Owner?
    /// Leads created on or after this day, in the workspace's zone.
    package var createdFrom: LocalDate?
    /// Leads created on or before this day.
    package var createdTo: LocalDate?
    /// Now when nil.
    package var asOf: Instant?
    /// As it was at the end of this day, in the workspace's zone.
    package var asOfDay: LocalDate?

    package init(_ name: ReportName, by groupBy: GroupBy = .all) {
        self.name = name
        self.groupBy = groupBy
    }

    /// The report called `name`, grouped by `groupBy`, as a path or an argument says it.
    package init(name: String, groupBy: String?) throws(Refusal) {
        guard let known = ReportName(rawValue: name) else { throw Refusal.notFound("report") }
        guard let group = GroupBy(rawValue: groupBy ?? "all") else {
            let all = GroupBy.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal.invalid("/by", "A report can be grouped by \(all).")
        }
        guard group == .all || known.canBeGrouped else {
            throw Refusal.invalid("/by", "The report \(known.title) cannot be grouped.")
        }
        self.init(known, by: group)
    }

    package struct Answer: Sendable {
        package var report: ReportAnswer
        package var zone: ZoneRules
        package var currency: String
        /// What the filters can be set to.
        package var choices: Choices
    }

    package struct Choices: Sendable {
        package var sources: [String]
        package var campaigns: [String]
        package var productClasses: [String]
        package var directory: Directory

        fileprivate init(_ snapshot: borrowing Snapshot) throws {
            sources = try snapshot.sources().map(\.name)
            campaigns = try snapshot.campaigns().map(\.name)
            productClasses = try snapshot.productClasses().map(\.name)
            directory = try Directory(snapshot)
        }
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        let zone = desk.policy.calendar.zone
        let asOf = asOf ?? asOfDay.map { min(zone.startOfDay($0 + 1), now) } ?? now
        let choices = try Choices(snapshot)
        let wanted = try ReportKeys(self, snapshot, choices.directory)
        let report = try desk.insight.ask(snapshot, desk.policy) { columns in
            let filter = Filter(
                sources: wanted.sources.map(columns.sources.codes),
                campaigns: wanted.campaigns.map(columns.campaigns.codes),
                productClasses: wanted.productClasses.map(columns.productClasses.codes),
                owners: owner.map { columns.owners.codes(of: [$0.description]) },
                createdFrom: createdFrom.map { zone.startOfDay($0) },
                createdBefore: createdTo.map { zone.startOfDay($0 + 1) }
            )
            let first = columns.leads.created.min().map { Instant(milliseconds: $0) } ?? asOf
            return columns.answer(
                ReportQuestion(
                    name,
                    by: groupBy,
                    Scope(filter, asOf: asOf),
                    monthStarts: zone.monthStarts(from: first, through: asOf)
                )
            )
        }
        return Answer(
            report: report,
            zone: zone,
            currency: desk.policy.currency,
            choices: choices
        )
    }
}

extension ZoneRules {
    /// The first instants of the months from the one of `start` to the one of `end`, at most ten years of them.
    func monthStarts(from start: Instant, through end: Instant) -> [Instant] {
        var (year, month, _) = local(start).date.components
        let last = local(end).date.components
        var starts: [Instant] = []
        while (year, month) <= (last.year, last.month) {
            if let first = LocalDate(year: year, month: month, day: 1) { starts.append(startOfDay(first)) }
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        }
        return starts.suffix(120)
    }
}
