/// Which moments count as working time, and how much of it lies between two moments.
///
/// A moment is worked when the wall clock of the zone then shows working hours of a day that is no holiday, and it lies
/// in no absence. So an hour that the clock skips is not worked, and one that it shows twice counts twice. Every answer
/// is a few bisections, whatever the distance.
///
///     let due = calendar.add(.hours(8), to: now)
package struct WorkingCalendar: Hashable, Sendable {
    package let policy: CalendarPolicy
    package let zone: ZoneRules
    private let timeline: WallTimeline
    private let absences: ExcludedTime

    /// The years 1 to 9999; times outside are taken as its ends.
    package static let horizon =
        Instant(milliseconds: -62_135_596_800_000)...Instant(milliseconds: 253_402_300_799_999)

    /// Refuses a calendar without any working hour, and rules of another zone than the policy names.
    package init(_ policy: CalendarPolicy, zone: ZoneRules, absences: [Range<Instant>] = []) throws(Refusal) {
        guard zone.identifier == policy.zone else {
            throw .invalid("/zone", "The calendar \(policy.name) needs the time zone \(policy.zone).")
        }
        let week = WorkingWeek(policy.hours)
        guard week.total > 0 else {
            throw .invalid("/hours", "The calendar \(policy.name) has no working hours.")
        }
        self.init(policy, zone, WallTimeline(week, holidays: policy.holidays, zone: zone), absences)
    }

    private init(_ policy: CalendarPolicy, _ zone: ZoneRules, _ timeline: WallTimeline, _ absences: [Range<Instant>]) {
        self.policy = policy
        self.zone = zone
        self.timeline = timeline
        self.absences = ExcludedTime(
            absences.map { Self.clamped($0.lowerBound)..<Self.clamped($0.upperBound) },
            measure: timeline.worked(at:)
        )
    }

    /// Every moment counts.
    package static let always = WorkingCalendar(
        .always,
        .utc,
        WallTimeline(WorkingWeek(CalendarPolicy.always.hours), holidays: [], zone: .utc),
        []
    )

    /// The same calendar for somebody who is away at these times; earlier absences are replaced.
    package func absent(during absences: [Range<Instant>]) -> WorkingCalendar {
        WorkingCalendar(policy, zone, timeline, absences)
    }

    /// The working time between two moments; negative when `end` is before `start`.
    package func workingTime(from start: Instant, to end: Instant) -> Span {
        Span(milliseconds: worked(at: end) - worked(at: start))
    }

    /// The first moment by which `working` has been worked since `start`, which is the end of a day rather than the
    /// start of the next one; `start` itself when `working` is not positive.
    ///
    /// It is the end of `horizon` when there is not so much working time left.
    package func add(_ working: Span, to start: Instant) -> Instant {
        guard working > .zero else { return start }
        let (target, overflow) = worked(at: start).addingReportingOverflow(working.milliseconds)
        guard !overflow, target <= worked(at: Self.horizon.upperBound) else { return Self.horizon.upperBound }
        return moment(worked: target)
    }

    /// Whether anybody works then: the millisecond that begins there is working time.
    package func isWorking(at instant: Instant) -> Bool {
        let next = instant.milliseconds.addingReportingOverflow(1).partialValue
        return worked(at: Instant(milliseconds: next)) > worked(at: instant)
    }

    /// The moment itself if it is worked, or the next one that is; nil if there is none before the end of `horizon`.
    package func nextWorkingInstant(onOrAfter instant: Instant) -> Instant? {
        let target = worked(at: instant) + 1
        guard target <= worked(at: Self.horizon.upperBound) else { return nil }
        return moment(worked: target) - Span(milliseconds: 1)
    }

    private func worked(at instant: Instant) -> Int64 {
        absences.remaining(at: Self.clamped(instant), measure: timeline.worked(at:))
    }

    private func moment(worked: Int64) -> Instant {
        Instant(milliseconds: timeline.moment(worked: absences.measured(remaining: worked)))
    }

    private static func clamped(_ instant: Instant) -> Int64 {
        min(max(instant, horizon.lowerBound), horizon.upperBound).milliseconds
    }
}
