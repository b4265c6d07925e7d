import LeadCore
package import LeadStore

/// How an import or an undo that failed is tried again: five times, each time after twice as long.
enum ImportRetry {
    /// As many failures in a row end it.
    static let most = 5

    static func wait(after failures: Int) -> Span {
        .seconds(30 << Int64(min(max(failures, 1), most) - 1))
    }
}

extension ImportRecord {
    /// Whether it waits for somebody to look at it.
    package var hasGivenUp: Bool { failures >= ImportRetry.most }

    /// It moves: what went wrong before is over.
    mutating func goesOn() {
        error = nil
        failures = 0
        retryAt = nil
    }
}

/// Notes that an import or its undo has failed, and when it is tried again.
struct NoteImportFault: Command {
    typealias Outcome = ImportRecord
    static let name = "note_import_fault"
    static let permission = Permission.importData
    static let isAudited = false

    var id: Import.ID
    var sentence: String
    /// Trying again would end the same.
    var isFinal: Bool

    func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> ImportRecord {
        guard var record = try tx.read.importRecord(id) else { throw Refusal.notFound("import") }
        guard record.state == .running || record.state == .undoing else { return record }
        record.failures = isFinal ? ImportRetry.most : record.failures + 1
        record.error = sentence
        record.retryAt = record.hasGivenUp ? nil : tx.now + ImportRetry.wait(after: record.failures)
        if record.state == .running, record.hasGivenUp { record.state = .failed }
        try tx.advance(record, from: record.rowsDone)
        return record
    }
}

/// The imports and undos that wait to be carried on, oldest first.
struct UnfinishedImports: Query {
    struct Answer: Sendable {
        var running: [Import.ID]
        var undoing: [Import.ID]
    }

    static let permission: Permission? = .importData
    /// After this long without a part somebody else takes it up.
    private static let quiet = Span.minutes(1)

    /// Also those that somebody seems to work on, as when the process begins and knows that it was stopped.
    var includesBusy: Bool

    func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Answer {
        let since = includesBusy ? nil : now - Self.quiet
        func waiting(_ state: ImportState) throws -> [Import.ID] {
            try snapshot.imports(state, failedLessThan: ImportRetry.most, dueAt: now, quietSince: since)
        }
        return Answer(running: try waiting(.running), undoing: try waiting(.undoing))
    }
}

/// In whose name an import is carried out: whoever began it, with the role that they have now.
struct ImportStarter: Query {
    static let permission: Permission? = .importData

    var id: Import.ID

    func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Actor {
        guard let user = try snapshot.importRecord(id)?.createdBy, let record = try snapshot.user(user) else {
            return .system
        }
        return Actor(user: user, role: record.role)
    }
}

/// The policy in force.
struct CurrentPolicy: Query {
    func answer(_ snapshot: borrowing Snapshot, _ desk: Desk, now: Instant) throws -> Policy { desk.policy }
}
