import CLibPQ

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A connection to PostgreSQL through libpq, with the statements that it has prepared.
///
/// `@unchecked Sendable`: it is made on one thread and then used by the one thread that owns it, never by two at a time.
final class PostgresConnection: Connection, @unchecked Sendable {
    let dialect = Dialect.postgres
    let address: PostgresAddress
    private let durability: Durability
    private var handle: OpaquePointer?
    private var statements = PostgresStatements()
    /// Decides how parts of the transaction under way are undone.
    private(set) var savepoints = Savepoints.real
    /// A part failed that cannot be undone alone.
    private(set) var mustRepeat = false
    /// What ended the transaction as a whole, whatever a part of it made of that.
    private(set) var fatal: PostgresFault?
    /// How many rows the transaction has written, and statements that failed: either makes undoing necessary.
    private var traces = 0
    /// How many scans are under way, one within the other.
    private var scans = 0
    private static let portion = 5000
    private static let mostStatements = 800

    init(_ address: PostgresAddress, _ durability: Durability = .full) {
        self.address = address
        self.durability = durability
    }

    deinit {
        PQfinish(handle)
    }

    /// Connects if there is no connection, or none any more.
    func open() throws {
        if let handle, PQstatus(handle) == CONNECTION_OK { return }
        close()
        handle = try Self.connect(address)
        try script(
            """
            SET search_path TO \(address.schema); SET client_min_messages TO warning; SET lc_messages TO 'C';
            SET idle_in_transaction_session_timeout TO '60s'; SET jit TO off;
            SET cursor_tuple_fraction TO 1.0; SET synchronous_commit TO \(durability == .full ? "on" : "off")
            """
        )
    }

    func close() {
        PQfinish(handle)
        handle = nil
        statements = PostgresStatements()
    }

    private static func connect(_ address: PostgresAddress) throws -> OpaquePointer? {
        let keys = ["dbname", "fallback_application_name", "connect_timeout", "client_encoding"]
        let values = [address.url, "baton", "5", "UTF8"]
        let names = keys.map { UnsafePointer(strdup($0)) } + [nil]
        let texts = values.map { UnsafePointer(strdup($0)) } + [nil]
        defer { for text in names + texts { free(UnsafeMutableRawPointer(mutating: text)) } }
        let handle = PQconnectdbParams(names, texts, 1)
        guard PQstatus(handle) == CONNECTION_OK else {
            defer { PQfinish(handle) }
            throw PostgresFault(code: "", message: trimmed(PQerrorMessage(handle)), isLost: true)
        }
        return handle
    }

    @discardableResult
    func run(_ sql: SQL) throws -> Int {
        let result = try execute(sql)
        defer { PQclear(result) }
        return Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    func each(_ sql: SQL, _ body: (inout Row) throws -> Void) throws {
        let result = try execute(sql)
        defer { PQclear(result) }
        for index in 0..<PQntuples(result) {
            var row = Row(PostgresColumns(result: result, row: index))
            try body(&row)
        }
    }

    func script(_ text: String) throws {
        let result = PQexec(handle, text)
        defer { PQclear(result) }
        try check(result, text)
    }

    /// The first value of the last of several statements, as text.
    func answer(_ text: String) throws -> String {
        let result = PQexec(handle, text)
        defer { PQclear(result) }
        try check(result, text)
        return PQntuples(result) > 0 ? String(cString: PQgetvalue(result, 0, 0)) : ""
    }

    /// The word with which the server answers, as `COMMIT` or, when there was nothing to commit, `ROLLBACK`.
    func command(_ text: String) throws -> String {
        let result = PQexec(handle, text)
        defer { PQclear(result) }
        try check(result, text)
        return String(cString: PQcmdStatus(result))
    }

    private func execute(_ sql: SQL) throws -> OpaquePointer {
        // All of it will be done again: whatever else this part would do is in vain.
        guard !mustRepeat else { throw StoreError.mustRepeat }
        let name = try prepared(sql)
        let result = PostgresValues(sql.values).send { count, values, lengths in
            let formats = [Int32](repeating: 1, count: lengths.count)
            return PQexecPrepared(handle, name, count, values, lengths, formats, 1)
        }
        do {
            try check(result, sql.text)
        } catch {
            PQclear(result)
            throw error
        }
        guard let result else { throw fault(nil, sql.text) }
        if Self.writes(result) { traces += 1 }
        return result
    }

    private static func writes(_ result: OpaquePointer) -> Bool {
        let word = String(cString: PQcmdStatus(result))
        return word.hasPrefix("INSERT") || word.hasPrefix("UPDATE") || word.hasPrefix("DELETE")
    }

    private func prepared(_ sql: SQL) throws -> String {
        let types = sql.values.map(\.postgresType)
        if let name = statements.name(of: sql.text, types) { return name }
        if statements.count >= Self.mostStatements {
            try script("DEALLOCATE ALL")
            statements = PostgresStatements()
        }
        let name = statements.nextName
        let result = PQprepare(handle, name, sql.postgresText, Int32(types.count), types)
        defer { PQclear(result) }
        try check(result, sql.text)
        statements.keep(name, sql.text, types)
        return name
    }

    private func check(_ result: OpaquePointer?, _ sql: String) throws {
        switch PQresultStatus(result) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: return
        default: throw fault(result, sql)
        }
    }

    private func fault(_ result: OpaquePointer?, _ sql: String) -> PostgresFault {
        traces += 1
        let code = PQresultErrorField(result, 67).map { String(cString: $0) } ?? ""
        let isLost = PQstatus(handle) != CONNECTION_OK
        let fault = PostgresFault(
            code: code,
            message: Self.trimmed(result == nil ? PQerrorMessage(handle) : PQresultErrorMessage(result)),
            sql: sql,
            isLost: isLost
        )
        if fault.isWorthRepeating { fatal = fault }
        return fault
    }

    /// Forgets what earlier transactions met.
    func beginAnew(_ savepoints: Savepoints) {
        self.savepoints = savepoints
        mustRepeat = false
        fatal = nil
    }

    private static func trimmed(_ message: UnsafePointer<CChar>?) -> String {
        let lines = message.map { String(cString: $0) }?.split(separator: "\n") ?? []
        return lines.joined(separator: " ")
    }
}

extension PostgresConnection {
    /// As `SQLiteConnection.savepoint`: none at first, as most parts succeed.
    func savepoint<T>(_ name: String, _ body: () throws -> T) throws -> T {
        if savepoints == .real { return try realSavepoint(name, body) }
        let before = traces
        do {
            return try body()
        } catch {
            if traces != before { mustRepeat = true }
            throw error
        }
    }

    private func realSavepoint<T>(_ name: String, _ body: () throws -> T) throws -> T {
        try script("SAVEPOINT \(name)")
        do {
            let result = try body()
            try script("RELEASE \(name)")
            return result
        } catch {
            try script("ROLLBACK TO \(name); RELEASE \(name)")
            throw error
        }
    }

    /// Rows in portions, through a cursor.
    func scan(_ sql: SQL, _ body: (inout Row) throws -> Void) throws {
        scans += 1
        let cursor = "scan\(scans)"
        defer { scans -= 1 }
        try run("DECLARE \(raw: cursor) NO SCROLL CURSOR FOR \(sql)")
        defer { try? script("CLOSE \(cursor)") }
        var count = Self.portion
        while count == Self.portion {
            count = 0
            try each("FETCH \(raw: String(Self.portion)) FROM \(raw: cursor)") { row in
                count += 1
                try body(&row)
            }
        }
    }
}
