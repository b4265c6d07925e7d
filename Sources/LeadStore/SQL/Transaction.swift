package import LeadCore

/// One act on the workspace: all of it is saved or none.
///
/// Carries the moment and the actor, so that all rows of one act agree, and makes the ids. It cannot leave the closure
/// that it is given to.
package struct Transaction: ~Copyable {
    package let read: Snapshot
    package let now: Instant
    package let actor: Actor
    private let ids: IDMaker

    init(_ connection: any Connection, now: Instant, actor: Actor, ids: IDMaker) {
        read = Snapshot(connection)
        self.now = now
        self.actor = actor
        self.ids = ids
    }

    @discardableResult
    package func run(_ sql: SQL) throws -> Int {
        try read.connection.run(sql)
    }

    package func newID<Entity>(_: Entity.Type = Entity.self) -> Identifier<Entity> {
        ids.next(at: now)
    }

    /// What `LeadAct` calls for the clocks it starts.
    package var newClockID: @Sendable () -> Clock.ID {
        { [ids, now] in ids.next(at: now) }
    }

    /// Runs a part that is undone alone when it throws.
    package func savepoint<T>(_ body: () throws -> T) throws -> T {
        try read.connection.savepoint("part", body)
    }
}
