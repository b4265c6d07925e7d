package import LeadCore
package import LeadStore

/// What everybody may change about themselves: what they are called, and until when pools pass over them.
package struct UpdateMyself: Command {
    package typealias Outcome = Done
    package static let name = "update_myself"
    package static let permission = Permission.workLeads
    package static let isAudited = true

    package var newName: String
    /// Nil, or a time in the past, means here.
    package var awayUntil: Instant?

    package init(name: String, awayUntil: Instant?) {
        newName = name
        self.awayUntil = awayUntil
    }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        guard var record = try tx.read.user(desk.access.person()) else { throw Refusal.notFound("person") }
        record.name = try NewPerson.checked(name: newName)
        record.awayUntil = awayUntil.flatMap { $0 > tx.now ? $0 : nil }
        try tx.save(record)
        try tx.setAway(record.id, until: record.awayUntil, in: desk.policy.calendar.zone)
        return Done()
    }
}
