import Foundation
package import LeadCore
package import LeadStore
import Logging

/// The application behind every way in: pages, API, forms, imports, timers and the command line all call these two doors.
///
/// `perform` changes the workspace in one transaction; `fetch` reads it in one snapshot. Permission, idempotency, retry on
/// conflict and audit happen here and nowhere else.
package struct App: Sendable {
    package let database: any Database
    package let policies: PolicyCache
    let calendars = CalendarsCache()
    package let insight = InsightFeed()
    package let clock: @Sendable () -> Instant

    /// - Parameter clock: tells the time; a test's own, or the system's.
    package init(database: any Database, clock: @escaping @Sendable () -> Instant = App.systemClock) {
        self.database = database
        self.clock = clock
        policies = PolicyCache()
    }

    package static let systemClock: @Sendable () -> Instant = {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }

    /// Opens a workspace in an SQLite file, creating it with its first policy and reference data when it is new.
    package static func open(
        sqlite path: String,
        durability: Durability = .full,
        clock: @escaping @Sendable () -> Instant = App.systemClock
    ) async throws -> App {
        try await open(.sqlite(path), durability: durability, clock: clock)
    }

    /// Opens a workspace wherever it is.
    package static func open(
        _ place: WorkspacePlace,
        durability: Durability = .full,
        clock: @escaping @Sendable () -> Instant = App.systemClock
    ) async throws -> App {
        try await open(try place.open(durability: durability, clock: clock), clock: clock)
    }

    /// A workspace whose database is open.
    package static func open(
        _ database: any Database,
        clock: @escaping @Sendable () -> Instant = App.systemClock
    ) async throws -> App {
        let app = App(database: database, clock: clock)
        try await app.database.write(as: .system) { tx in try Workspace.prepare(tx) }
        return app
    }

    /// Carries out a command: all of it or nothing.
    ///
    /// - Parameter key: the caller's idempotency key. The same key with the same command answers what it answered before,
    ///   however often it comes; with another command it is refused.
    /// - Throws: `Refusal` for every "no"; anything else is a fault of ours.
    @discardableResult
    package func perform<C: Command>(_ command: C, as actor: Actor, key: String? = nil) async throws -> C.Outcome {
        do {
            try actor.requireScope(toPerform: C.permission)
            try actor.require(C.permission)
            return try await persistently(command, as: actor, key: key)
        } catch let refusal as Refusal where C.isAudited || refusal.kind == .forbidden {
            try await database.write(as: actor) { tx in
                try tx.audit(C.name, subject: command.subject, by: command.onBehalfOf, refused: refusal.code)
            }
            throw refusal
        }
    }

    /// What a command would answer if it were carried out now; nothing of it is kept, and nobody else's work is touched.
    package func tryOut<C: Command>(_ command: C, as actor: Actor) async throws -> C.Outcome {
        try actor.requireScope(toPerform: C.permission)
        try actor.require(C.permission)
        return try await database.trial(as: actor) { [policies, calendars, insight] tx in
            let policy = try policies.underWay(tx.read)
            let desk = Desk(
                policy: policy,
                access: try Access(of: actor, tx.read, at: tx.now),
                insight: insight,
                calendars: try calendars.underWay(tx.read, policy).calendars
            )
            return try command.perform(tx, desk)
        }
    }

    private func persistently<C: Command>(_ command: C, as actor: Actor, key: String?) async throws -> C.Outcome {
        do {
            return try await attempt(command, as: actor, key: key)
        } catch let refusal as Refusal where refusal == .changedMeanwhile {
            return try await attempt(command, as: actor, key: key)
        }
    }

    private func attempt<C: Command>(_ command: C, as actor: Actor, key: String?) async throws -> C.Outcome {
        let (outcome, policy, hours) = try await database.write(as: actor) {
            [policies, calendars, insight] tx -> (C.Outcome, Policy, CalendarsCache.Entry) in
            let policy = try policies.underWay(tx.read)
            let hours = try calendars.underWay(tx.read, policy)
            let desk = Desk(
                policy: policy,
                access: try Access(of: actor, tx.read, at: tx.now),
                insight: insight,
                calendars: hours.calendars
            )
            guard let key else { return (try carryOut(command, tx, desk), policy, hours) }
            let request = try Idempotency(key: key, actor: actor, command: command)
            if let outcome: C.Outcome = try request.earlierOutcome(tx.read) { return (outcome, policy, hours) }
            let outcome = try carryOut(command, tx, desk)
            try request.remember(outcome, tx)
            return (outcome, policy, hours)
        }
        policies.keep(policy)
        calendars.keep(hours)
        return outcome
    }

    private func carryOut<C: Command>(_ command: C, _ tx: borrowing Transaction, _ desk: Desk) throws -> C.Outcome {
        let outcome = try command.perform(tx, desk)
        if C.isAudited { try tx.audit(C.name, subject: command.subject(after: outcome), by: command.onBehalfOf) }
        return outcome
    }

    /// Answers a question from one consistent snapshot.
    package func fetch<Q: Query>(_ query: Q, as actor: Actor) async throws -> Q.Answer {
        try actor.requireScopeToRead()
        if let permission = Q.permission { try actor.require(permission) }
        guard Q.asksInsight else { return try await ask(query, as: actor) }
        return try await insight.turns.take { try await ask(query, as: actor) }
    }

    private func ask<Q: Query>(_ query: Q, as actor: Actor) async throws -> Q.Answer {
        let now = clock()
        return try await database.read { [policies, calendars, insight] snapshot in
            let policy = try policies.current(snapshot)
            let desk = Desk(
                policy: policy,
                access: try Access(of: actor, snapshot, at: now),
                insight: insight,
                calendars: try calendars.current(snapshot, policy)
            )
            return try query.answer(snapshot, desk, now: now)
        }
    }
}
