/// Working hours without holidays, read from the wall clock of a zone and counted along the real time line.
///
/// Between two transitions of the zone the wall clock runs evenly, so the count there is the count of wall hours, moved
/// by what was worked before.
struct WallTimeline: Hashable, Sendable {
    private struct Stretch: Hashable, Sendable {
        /// When the stretch begins; the first one has no beginning and counts from the epoch.
        var start: Int64
        /// Milliseconds ahead of UTC.
        var offset: Int64
        /// What has been worked at `start`, in real time.
        var worked: Int64
        /// What the wall clock alone would count at `start`.
        var wallWorked: Int64
    }

    private let week: WorkingWeek
    private let holidays: ExcludedTime
    private let stretches: [Stretch]

    init(_ week: WorkingWeek, holidays: Set<LocalDate>, zone: ZoneRules) {
        let days = holidays.map { day in
            LocalDateTime(day).milliseconds..<LocalDateTime(day + 1).milliseconds
        }
        let excluded = ExcludedTime(days, measure: week.worked(at:))
        func count(_ wall: Int64) -> Int64 { excluded.remaining(at: wall, measure: week.worked(at:)) }

        let firstOffset = Int64(zone.firstOffset) * 1000
        var stretches = [Stretch(start: .min, offset: firstOffset, worked: 0, wallWorked: 0)]
        for transition in zone.transitions {
            let last = stretches[stretches.count - 1]
            let start = transition.at.milliseconds
            let offset = Int64(transition.offset) * 1000
            let worked = last.worked + count(start + last.offset) - last.wallWorked
            stretches.append(Stretch(start: start, offset: offset, worked: worked, wallWorked: count(start + offset)))
        }
        self.week = week
        self.holidays = excluded
        self.stretches = stretches
    }

    /// The milliseconds worked up to a moment.
    func worked(at moment: Int64) -> Int64 {
        let stretch = stretches[stretches.partitioningIndex { $0.start > moment } - 1]
        return stretch.worked + wallWorked(moment + stretch.offset) - stretch.wallWorked
    }

    /// The first moment by which that much has been worked.
    func moment(worked: Int64) -> Int64 {
        let next = stretches.dropFirst().partitioningIndex { $0.worked >= worked }
        let stretch = stretches[next - 1]
        let wallWorked = worked - stretch.worked + stretch.wallWorked
        return week.wall(worked: holidays.measured(remaining: wallWorked)) - stretch.offset
    }

    private func wallWorked(_ wall: Int64) -> Int64 {
        holidays.remaining(at: wall, measure: week.worked(at:))
    }
}
