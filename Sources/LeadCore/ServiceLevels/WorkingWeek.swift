/// The hours of a normal week on an endless wall clock: how many of them have passed at a wall time, and back.
///
/// All lengths are milliseconds. The count is zero at Monday 1969-12-29, negative before.
struct WorkingWeek: Hashable, Sendable {
    private static let day = LocalDateTime.millisecondsPerDay
    private static let week = 7 * day
    /// Where the week of day 0, a Thursday, begins.
    private static let origin = -3 * day

    /// The working stretches in order, as starts and ends since Monday 00:00.
    private let starts: [Int64]
    private let ends: [Int64]
    /// What has been worked before each stretch, since Monday 00:00.
    private let workedBefore: [Int64]
    /// What a whole week holds.
    let total: Int64

    /// Stretches of one day that overlap are joined.
    init(_ hours: CalendarPolicy.Hours) {
        var starts: [Int64] = []
        var ends: [Int64] = []
        for weekday in Weekday.allCases {
            for interval in (hours[weekday] ?? []).sorted() {
                let midnight = Int64(weekday.index) * Self.day
                let start = midnight + Int64(interval.start) * 60_000
                let end = midnight + Int64(interval.end) * 60_000
                if let last = ends.last, start <= last {
                    ends[ends.count - 1] = max(last, end)
                } else {
                    starts.append(start)
                    ends.append(end)
                }
            }
        }
        var total: Int64 = 0
        workedBefore = zip(starts, ends).map { start, end in
            defer { total += end - start }
            return total
        }
        self.starts = starts
        self.ends = ends
        self.total = total
    }

    /// What has been worked when the wall clock shows `wall`.
    func worked(at wall: Int64) -> Int64 {
        let weeks = (wall - Self.origin).floorDivided(by: Self.week)
        let time = wall - Self.origin - weeks * Self.week
        let next = starts.partitioningIndex { $0 > time }
        let inWeek = next == 0 ? 0 : workedBefore[next - 1] + min(time, ends[next - 1]) - starts[next - 1]
        return weeks * total + inWeek
    }

    /// The first wall time at which `worked` has been worked.
    ///
    /// A week must hold some hours.
    func wall(worked: Int64) -> Int64 {
        // A whole number of weeks is reached at the end of the last stretch, not on Monday.
        let weeks = (worked - 1).floorDivided(by: total)
        let rest = worked - weeks * total
        let index = workedBefore.partitioningIndex { $0 >= rest } - 1
        return Self.origin + weeks * Self.week + starts[index] + rest - workedBefore[index]
    }
}
