import GRDB
import GRDBSQLite

/// GRDB's connection behind our `Connection`: GRDB keeps the prepared statements, SQLite's C interface runs them.
final class SQLiteConnection: Connection {
    private let db: GRDB.Database
    private let savepoints: Savepoints
    let dialect = Dialect.sqlite
    /// A part failed that had written something: only real savepoints can undo it.
    private(set) var mustRepeat = false

    init(_ db: GRDB.Database, savepoints: Savepoints = .real) {
        self.db = db
        self.savepoints = savepoints
    }

    @discardableResult
    func run(_ sql: SQL) throws -> Int {
        try each(sql) { _ in }
        return Int(sqlite3_changes(db.sqliteConnection))
    }

    func each(_ sql: SQL, _ body: (inout Row) throws -> Void) throws {
        // All of it will be done again: whatever else this part would do is in vain.
        guard !mustRepeat else { throw StoreError.mustRepeat }
        let prepared = try statement(sql.text(for: .sqlite))
        let statement = prepared.sqliteStatement
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        for (index, value) in sql.values.enumerated() {
            try check(value.bind(to: statement, at: Int32(index + 1)), sql)
        }
        let columns = SQLiteColumns(statement: statement)
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW:
                var row = Row(columns)
                try body(&row)
            case SQLITE_DONE: return
            case let code: throw fault(code, sql)
            }
        }
    }

    func script(_ text: String) throws {
        try db.execute(sql: text)
    }

    /// The kept statement, or one for this time only while the rows of the kept one are being read.
    private func statement(_ text: String) throws -> Statement {
        let kept = try db.cachedStatement(sql: text)
        return sqlite3_stmt_busy(kept.sqliteStatement) == 0 ? kept : try db.makeStatement(sql: text)
    }

    private func check(_ code: Int32, _ sql: SQL) throws {
        guard code == SQLITE_OK else { throw fault(code, sql) }
    }

    private func fault(_ code: Int32, _ sql: SQL) -> any Error {
        if code & 0xFF == SQLITE_FULL { return StoreError.diskFull }
        return DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: String(cString: sqlite3_errmsg(db.sqliteConnection)),
            sql: sql.text
        )
    }
}

/// How parts of a transaction are undone alone.
enum Savepoints {
    /// The engine's own. SQLite's copy every page before it is changed and make the search index write what it has gathered;
    /// PostgreSQL's cost two trips to the server.
    case real
    /// None, as most parts succeed: `mustRepeat` says when the whole transaction has to be done again with real ones.
    case assumed
}

extension SQLiteConnection {
    func savepoint<T>(_ name: String, _ body: () throws -> T) throws -> T {
        if savepoints == .real { return try realSavepoint(name, body) }
        let before = sqlite3_total_changes64(db.sqliteConnection)
        do {
            return try body()
        } catch {
            if sqlite3_total_changes64(db.sqliteConnection) != before { mustRepeat = true }
            throw error
        }
    }

    private func realSavepoint<T>(_ name: String, _ body: () throws -> T) throws -> T {
        try run("SAVEPOINT \(raw: name)")
        do {
            let result = try body()
            try run("RELEASE \(raw: name)")
            return result
        } catch {
            try run("ROLLBACK TO \(raw: name)")
            try run("RELEASE \(raw: name)")
            throw error
        }
    }
}

private struct SQLiteColumns: ColumnSource {
    let statement: OpaquePointer

    func isNull(_ index: Int) -> Bool { sqlite3_column_type(statement, Int32(index)) == SQLITE_NULL }
    func integer(_ index: Int) -> Int64 { sqlite3_column_int64(statement, Int32(index)) }
    func real(_ index: Int) -> Double { sqlite3_column_double(statement, Int32(index)) }

    func text(_ index: Int) -> String {
        guard let start = sqlite3_column_text(statement, Int32(index)) else { return "" }
        let count = Int(sqlite3_column_bytes(statement, Int32(index)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func bytes(_ index: Int) -> [UInt8] {
        guard let start = sqlite3_column_blob(statement, Int32(index)) else { return [] }
        let count = Int(sqlite3_column_bytes(statement, Int32(index)))
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }
}

extension SQLValue {
    /// SQLite's `SQLITE_TRANSIENT`: it takes a copy of what is bound.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    fileprivate func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        switch self {
        case .null: return sqlite3_bind_null(statement, index)
        case .boolean(let value): return sqlite3_bind_int64(statement, index, value ? 1 : 0)
        case .integer(let value): return sqlite3_bind_int64(statement, index, value)
        case .real(let value): return sqlite3_bind_double(statement, index, value)
        case .text(""): return sqlite3_bind_text(statement, index, "", 0, Self.copied)
        case .text(var value):
            return value.withUTF8 { utf8 in
                utf8.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(statement, index, $0.baseAddress, Int32(clamping: $0.count), Self.copied)
                }
            }
        case .bytes(let value):
            return value.withUnsafeBytes { bytes in
                bytes.isEmpty
                    ? sqlite3_bind_zeroblob(statement, index, 0)
                    : sqlite3_bind_blob(statement, index, bytes.baseAddress, Int32(clamping: bytes.count), Self.copied)
            }
        }
    }
}
