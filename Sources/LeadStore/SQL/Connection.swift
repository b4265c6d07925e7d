/// One connection of an engine, used by one thread at a time.
///
/// Only `Snapshot` and `Transaction` hold one.
protocol Connection: AnyObject {
    var dialect: Dialect { get }
    /// Runs a statement and says how many rows it changed.
    @discardableResult func run(_ sql: SQL) throws -> Int
    func each(_ sql: SQL, _ body: (inout Row) throws -> Void) throws
    /// The same for results that may be larger than memory should hold.
    func scan(_ sql: SQL, _ body: (inout Row) throws -> Void) throws
    /// Runs several statements without values, as migrations do.
    func script(_ text: String) throws
    /// Runs a part of a transaction that is undone alone when it throws.
    func savepoint<T>(_ name: String, _ body: () throws -> T) throws -> T
}

extension Connection {
    func scan(_ sql: SQL, _ body: (inout Row) throws -> Void) throws {
        try each(sql, body)
    }
}

/// A consistent view of the workspace for reading.
///
/// It cannot leave the closure that it is given to.
package struct Snapshot: ~Copyable {
    let connection: any Connection

    init(_ connection: any Connection) {
        self.connection = connection
    }

    package func all<T>(_ sql: SQL, _ read: (inout Row) throws -> T) throws -> [T] {
        var result: [T] = []
        try connection.each(sql) { row in result.append(try read(&row)) }
        return result
    }

    package func first<T>(_ sql: SQL, _ read: (inout Row) throws -> T) throws -> T? {
        var result: T?
        try connection.each(sql) { row in if result == nil { result = try read(&row) } }
        return result
    }

    package func each(_ sql: SQL, _ body: (inout Row) throws -> Void) throws {
        try connection.scan(sql, body)
    }

    /// The single value of a statement such as a count.
    package func value<T: SQLReadable>(_ sql: SQL) throws -> T? {
        try first(sql) { row in try row.next() as T? } ?? nil
    }
}
