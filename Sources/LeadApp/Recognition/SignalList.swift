package import LeadCore
package import LeadStore

/// Where signals gather that are no lead yet, the nearest to one first.
package struct SignalList: Query {
    package static let permission: Permission? = .editCampaigns
    /// The newest signals that are looked at; older ones of the window wait until these are leads or out of date.
    package static let most = 2_000

    package init() {}

    package struct Place: Sendable {
        package var book: SignalBook
        /// Who asked for a brochure and has not been sent one (requirement A9).
        package var unserved: [SignalRow]
    }

    package struct Answer: Sendable {
        package var places: [Place]
        /// Whether there are more signals than were looked at.
        package var isCut: Bool
        package var policy: Policy
        package var directory: Directory
        package var now: Instant
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        let start = now - desk.policy.recognition.window
        let newest = try snapshot.signals(since: start, limit: Self.most)
        var seen: Set<SignalPlace> = []
        var places: [Place] = []
        for row in newest where seen.insert(row.place).inserted {
            let book = try SignalBook(row.place, snapshot, desk.policy, now: now)
            let asked = book.rows.filter { $0.signal.intent == .brochure }
            let unserved = try asked.filter { row in
                try !snapshot.served(row.signal.contact, row.place.productClass, since: row.signal.at)
            }
            places.append(Place(book: book, unserved: unserved))
        }
        return Answer(
            places: places.sorted { $0.book.recognition.points > $1.book.recognition.points },
            isCut: newest.count == Self.most,
            policy: desk.policy,
            directory: try Directory(snapshot),
            now: now
        )
    }
}
