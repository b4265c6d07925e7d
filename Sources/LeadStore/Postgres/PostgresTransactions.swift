#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The transactions of one connection.
extension PostgresConnection {
    /// Runs `body` on a snapshot; once more on a new connection when the server ended the old one, as reading changes nothing.
    func snapshot<T>(_ body: () throws -> T) throws -> T {
        try reconnecting { [self] in
            beginAnew(.real)
            try script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            return try ending("COMMIT") { try body() }
        }
    }

    /// Runs `body` where it is alone in writing, and takes back all that it did.
    func trial<T>(_ body: () throws -> T) throws -> T {
        try reconnecting { [self] in
            _ = try beginWriting(.real)
            return try ending("ROLLBACK") { try body() }
        }
    }

    /// Begins a transaction that is alone in writing to the workspace, whatever process it is in, until it ends.
    ///
    /// Each statement then sees all that was committed before it (`READ COMMITTED`), and nobody else commits meanwhile: what
    /// was read stays true, and the numbers of the ledger rise in the order in which they become visible.
    ///
    /// - Returns: the transaction's number, by which its end can be found out later.
    func beginWriting(_ savepoints: Savepoints) throws -> String {
        beginAnew(savepoints)
        return try answer(
            "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock(\(address.lockKey)); SELECT pg_current_xact_id()"
        )
    }

    func rollBack() {
        do { try script("ROLLBACK") } catch { close() }
    }

    /// Commits; when the connection breaks meanwhile, finds out what became of it.
    ///
    /// - Throws: a fault when nothing was kept.
    func commit(_ transaction: String) throws {
        do {
            guard try command("COMMIT") == "COMMIT" else { throw StoreError.transactionLost }
        } catch let fault as PostgresFault where fault.isLost || fault.isShutdown {
            guard try isCommitted(transaction) else { throw fault }
        }
    }

    /// What became of a transaction whose commit nobody answered.
    private func isCommitted(_ transaction: String) throws -> Bool {
        for _ in 0..<50 {
            close()
            let status = try? asking { try answer("SELECT pg_xact_status('\(transaction)')") }
            if status == "committed" { return true }
            if status == "aborted" { return false }
            usleep(100_000)
        }
        throw StoreError.outcomeUnknown
    }

    private func asking<T>(_ body: () throws -> T) throws -> T {
        try open()
        return try body()
    }

    private func ending<T>(_ end: String, _ body: () throws -> T) throws -> T {
        do {
            let result = try body()
            try script(end)
            return result
        } catch {
            rollBack()
            throw error
        }
    }

    private func reconnecting<T>(_ body: () throws -> T) throws -> T {
        do {
            try open()
            return try body()
        } catch let fault as PostgresFault where fault.isWorthRepeating {
            close()
            do {
                try open()
                return try body()
            } catch let fault as PostgresFault {
                throw fault.known
            }
        } catch let fault as PostgresFault {
            throw fault.known
        }
    }
}
