package import LeadCore
package import LeadStore
import Synchronization

/// Everybody's working calendar, put together once for each version of the policy and of the roster.
package final class CalendarsCache: Sendable {
    private struct Entry {
        var policy: Int
        var roster: String?
        var calendars: Calendars
    }

    private let cached = Mutex<Entry?>(nil)

    package init() {}

    package func current(_ snapshot: borrowing Snapshot, _ policy: Policy) throws -> Calendars {
        let version = try snapshot.rosterVersion()
        if let entry = cached.withLock({ $0 }), entry.policy == policy.version, entry.roster == version {
            return entry.calendars
        }
        let calendars = try snapshot.roster().calendars(standard: policy.calendar, named: policy.namedCalendars)
        cached.withLock { $0 = Entry(policy: policy.version, roster: version, calendars: calendars) }
        return calendars
    }
}

extension Policy {
    /// All calendars that somebody may work by, the workspace's among them.
    package var namedCalendars: [String: WorkingCalendar] {
        calendars.merging([calendar.policy.name: calendar]) { named, _ in named }
    }
}
