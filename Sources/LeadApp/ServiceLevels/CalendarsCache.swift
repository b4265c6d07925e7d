package import LeadCore
package import LeadStore
import Synchronization

/// Everybody's working calendar, put together once for each version of the policy and of the roster.
package final class CalendarsCache: Sendable {
    /// Calendars with what they were put together from.
    package struct Entry: Sendable {
        fileprivate var policy: Int
        fileprivate var roster: String?
        package var calendars: Calendars
    }

    private let cached = Mutex<Entry?>(nil)

    package init() {}

    /// The calendars of a snapshot that cannot be taken back.
    package func current(_ snapshot: borrowing Snapshot, _ policy: Policy) throws -> Calendars {
        let entry = try underWay(snapshot, policy)
        keep(entry)
        return entry.calendars
    }

    /// The calendars as a transaction sees them, which are gone again when its commit fails.
    ///
    /// `keep` them once they are durable.
    package func underWay(_ snapshot: borrowing Snapshot, _ policy: Policy) throws -> Entry {
        let version = try snapshot.rosterVersion()
        if let entry = cached.withLock({ $0 }), entry.policy == policy.version, entry.roster == version { return entry }
        let calendars = try snapshot.roster().calendars(standard: policy.calendar, named: policy.namedCalendars)
        return Entry(policy: policy.version, roster: version, calendars: calendars)
    }

    /// Keeps calendars that are durable, unless those of a later policy are known.
    package func keep(_ entry: Entry) {
        cached.withLock { cached in
            if (cached?.policy ?? 0) <= entry.policy { cached = entry }
        }
    }
}

extension Policy {
    /// All calendars that somebody may work by, the workspace's among them.
    package var namedCalendars: [String: WorkingCalendar] {
        calendars.merging([calendar.policy.name: calendar]) { named, _ in named }
    }
}
