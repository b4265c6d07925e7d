import Foundation
package import LeadCore

/// Reads the rules of a time zone from the system's zone database, through Foundation.
package enum ZoneLoader {
    /// The rules of an IANA zone from 1970 to 2100; after that the last offset stays.
    ///
    /// Refuses a name that the system does not know. A binary without ICU knows none but UTC, so the server loads every
    /// zone that it is configured with when it starts.
    package static func load(_ identifier: String) throws(Refusal) -> ZoneRules {
        guard let zone = TimeZone(identifier: identifier) else {
            throw .invalid(
                "/zone",
                "The time zone \(identifier) is not known here; use an IANA name such as Europe/Berlin."
            )
        }
        let start = Date(timeIntervalSince1970: 0)
        let end = Date(timeIntervalSince1970: 4_102_444_800)
        var transitions: [ZoneRules.Transition] = []
        var offset = zone.secondsFromGMT(for: start)
        var date = start
        while let next = zone.nextDaylightSavingTimeTransition(after: date), next > date, next < end {
            date = next
            let seconds = zone.secondsFromGMT(for: next)
            guard seconds != offset else { continue }
            offset = seconds
            let at = Instant(milliseconds: Int64((next.timeIntervalSince1970 * 1000).rounded()))
            transitions.append(ZoneRules.Transition(at: at, offset: seconds))
        }
        let first = zone.secondsFromGMT(for: start)
        return try ZoneRules(identifier: identifier, firstOffset: first, transitions: transitions)
    }
}
