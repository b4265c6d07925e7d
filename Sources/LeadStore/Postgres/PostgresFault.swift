/// What PostgreSQL or the way to it says: a fault of ours, kept with its SQLSTATE for the log.
struct PostgresFault: Error, CustomStringConvertible {
    /// Five letters, or empty when the connection itself failed.
    var code: String
    var message: String
    var sql = ""
    /// The connection is gone, and with it the transaction.
    var isLost = false

    var description: String {
        "PostgreSQL \(code): \(message)\(sql.isEmpty ? "" : " [\(sql.prefix(500))]")"
    }

    /// Whether doing the whole transaction again may go well: a conflict, a deadlock, a lost connection, a plan that is out
    /// of date.
    var isWorthRepeating: Bool {
        isLost || ["40001", "40P01", "55P03", "0A000", "26000"].contains(code) || isShutdown
    }

    /// The server ends its connections, as when it is restarted.
    var isShutdown: Bool {
        ["57P01", "57P02", "57P03", "25P03", "25P04"].contains(code) || code.hasPrefix("08")
    }

    /// The same as a fault that a door can tell.
    var known: any Error {
        if code == "53100" { return StoreError.diskFull }
        if isLost || isShutdown || code.hasPrefix("53") { return StoreError.unreachable(message) }
        return self
    }
}
