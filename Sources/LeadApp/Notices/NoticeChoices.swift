package import LeadCore
package import LeadStore

/// How one wants to be told of each kind of thing.
package struct MyNoticeChoices: Query {
    package init() {}

    package struct Answer: Sendable {
        package var ways: [NoticeKind: NoticeWay]
        /// When the daily mail comes, in minutes after midnight.
        package var minute: Int
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        let me = try desk.access.person()
        return Answer(
            ways: try snapshot.noticeChoices(of: me),
            minute: try snapshot.digest(of: me)?.minute ?? ChooseNotices.usualMinute
        )
    }
}

/// Says how one wants to be told, and when the daily mail comes.
package struct ChooseNotices: Command {
    package typealias Outcome = Done
    package static let name = "choose_notices"
    package static let permission = Permission.workLeads
    /// Half past eight.
    package static let usualMinute = 510

    /// Kinds that are not in it stay as they are.
    package var ways: [NoticeKind: NoticeWay]
    package var minute: Int

    package init(ways: [NoticeKind: NoticeWay], minute: Int = usualMinute) {
        self.ways = ways
        self.minute = minute
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        let me = try desk.access.person()
        guard (0..<1440).contains(minute) else {
            throw Refusal.invalid("/digestAt", "Choose a time of the day, such as 08:30.")
        }
        for kind in NoticeKind.allCases { if let way = ways[kind] { try tx.choose(way, for: kind, of: me) } }
        try tx.setDigest(minute: minute, of: me)
        let calendar = desk.calendars[.person(me)]
        try tx.moveDigest(of: me, to: calendar.nextDigest(after: tx.now, atMinute: minute))
        return Done()
    }
}
