/// A time zone as data: the moments at which its offset from UTC changes, and the offsets between them.
///
/// The edge loads it once from the system's zone database (`ZoneLoader` in LeadApp); from then on the core turns
/// instants into wall time by integer arithmetic.
package struct ZoneRules: Hashable, Sendable {
    /// From `at` on, the zone is `offset` seconds ahead of UTC.
    package struct Transition: Hashable, Sendable {
        package var at: Instant
        package var offset: Int

        package init(at: Instant, offset: Int) {
            self.at = at
            self.offset = offset
        }
    }

    /// The IANA name, such as `Europe/Berlin`.
    package let identifier: String
    /// Ascending in time.
    package let transitions: [Transition]
    /// Seconds ahead of UTC before the first transition.
    package let firstOffset: Int

    /// Refuses transitions out of order and offsets of a day or more.
    package init(identifier: String, firstOffset: Int, transitions: [Transition] = []) throws(Refusal) {
        let inOrder = zip(transitions, transitions.dropFirst()).allSatisfy { $0.at < $1.at }
        let sane = abs(firstOffset) < 86_400 && transitions.allSatisfy { abs($0.offset) < 86_400 }
        guard inOrder, sane else {
            throw .invalid("/zone", "The rules of the time zone \(identifier) are not a sorted list of offsets.")
        }
        self.init(unchecked: identifier, firstOffset, transitions)
    }

    private init(unchecked identifier: String, _ firstOffset: Int, _ transitions: [Transition]) {
        self.identifier = identifier
        self.firstOffset = firstOffset
        self.transitions = transitions
    }

    package static let utc = ZoneRules(unchecked: "UTC", 0, [])

    /// Seconds ahead of UTC at a moment.
    package func offset(at instant: Instant) -> Int {
        let next = transitions.partitioningIndex { $0.at > instant }
        return next == 0 ? firstOffset : transitions[next - 1].offset
    }

    /// What the wall clock shows at a moment.
    package func local(_ instant: Instant) -> LocalDateTime {
        LocalDateTime(milliseconds: instant.milliseconds + Int64(offset(at: instant)) * 1000)
    }

    /// The moment at which the wall clock shows `local`.
    ///
    /// A time that the clock skips (02:30 in spring) moves forward by the length of the gap (03:30); of a time that it
    /// shows twice (02:30 in autumn) it is the first.
    package func instant(_ local: LocalDateTime) -> Instant {
        // The first stretch of constant offset that ends later on the wall than `local`.
        let stretch = transitions.indices.partitioningIndex { i in
            local.milliseconds < transitions[i].at.milliseconds + milliseconds(ofStretch: i)
        }
        let moment = local.milliseconds - milliseconds(ofStretch: stretch)
        let isInGap = stretch > 0 && moment < transitions[stretch - 1].at.milliseconds
        return Instant(milliseconds: isInGap ? local.milliseconds - milliseconds(ofStretch: stretch - 1) : moment)
    }

    /// The first moment of a day in this zone.
    package func startOfDay(_ date: LocalDate) -> Instant {
        instant(LocalDateTime(date))
    }

    /// The offset of the stretch that ends at transition `index`.
    private func milliseconds(ofStretch index: Int) -> Int64 {
        Int64(index == 0 ? firstOffset : transitions[index - 1].offset) * 1000
    }
}
