package import LeadCore
package import LeadStore

/// What the actor was told, unread first.
package struct NoticeList: Query {
    package static let limit = 100

    package init() {}

    package struct Answer: Sendable {
        package var notices: [NoticeRow]
        package var unread: Int
        package var directory: Directory
        package var policy: Policy
        package var now: Instant
    }

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        let me = try desk.access.person()
        return Answer(
            notices: try snapshot.notices(of: me, in: desk.access.scope, limit: Self.limit),
            unread: try snapshot.unreadNotices(of: me),
            directory: try Directory(snapshot),
            policy: desk.policy,
            now: now
        )
    }
}

/// How many notices the actor has not read.
package struct UnreadNotices: Query {
    package init() {}

    package func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Int {
        guard let me = desk.access.actor.user else { return 0 }
        return try snapshot.unreadNotices(of: me)
    }
}

/// Marks one of one's own notices as read; done twice it is done once.
package struct ReadNotice: Command {
    package typealias Outcome = Done
    package static let name = "read_notice"
    package static let permission = Permission.workLeads

    package var notice: Notice.ID

    package init(notice: Notice.ID) {
        self.notice = notice
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        guard try tx.markRead(notice, of: desk.access.person()) else { throw Refusal.notFound("notice") }
        return Done()
    }
}

/// Marks one's own notices as read, all up to a moment: what came after one looked stays unread.
package struct ReadAllNotices: Command {
    package typealias Outcome = Done
    package static let name = "read_all_notices"
    package static let permission = Permission.workLeads

    /// Nil for now.
    package var until: Instant?

    package init(until: Instant? = nil) {
        self.until = until
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        try tx.markAllRead(of: desk.access.person(), until: until ?? tx.now)
        return Done()
    }
}
