/// What was tried without getting through since the lead last became new: how often, over which channels, when in the day.
///
/// Conversations do not count: they show the opposite.
package struct AttemptEvidence: Hashable, Sendable {
    package private(set) var count = 0
    package private(set) var channels: Set<Channel> = []
    package private(set) var parts: Set<DayPart> = []

    package init() {}

    /// Attempts that were logged before the part of the day was kept show nothing.
    package mutating func add(_ attempt: Attempt) {
        guard let part = attempt.part, !attempt.outcome.getsThrough else { return }
        count += 1
        channels.insert(attempt.channel)
        parts.insert(part)
    }
}

extension AttemptEvidence: LosslessStringConvertible {
    /// `3 email,phone afternoon,morning`; empty when nothing was tried.
    package var description: String {
        guard count > 0 else { return "" }
        let ways = channels.map(\.rawValue).sorted().joined(separator: ",")
        return "\(count) \(ways) \(parts.map(\.rawValue).sorted().joined(separator: ","))"
    }

    package init?(_ description: String) {
        guard !description.isEmpty else { return }
        let fields = description.split(separator: " ")
        guard fields.count == 3, let count = Int(fields[0]) else { return nil }
        let channels = fields[1].split(separator: ",").compactMap { Channel(rawValue: String($0)) }
        let parts = fields[2].split(separator: ",").compactMap { DayPart(rawValue: String($0)) }
        guard count > 0, !channels.isEmpty, !parts.isEmpty else { return nil }
        self.count = count
        self.channels = Set(channels)
        self.parts = Set(parts)
    }
}
