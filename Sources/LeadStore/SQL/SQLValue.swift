package import LeadCore

/// What a database column can hold, the same on both engines.
package enum SQLValue: Hashable, Sendable {
    /// Nothing, where something of a type would stand.
    case null(SQLType)
    case integer(Int64)
    case boolean(Bool)
    case real(Double)
    case text(String)
    case bytes([UInt8])
}

/// The types of columns; PostgreSQL wants to know a parameter's, also when it is null.
package enum SQLType: String, Hashable, Sendable {
    case integer, boolean, real, text, bytes
}

/// A Swift value that can be bound to a statement.
package protocol SQLBindable {
    static var sqlType: SQLType { get }
    var sqlValue: SQLValue { get }
}

/// A Swift value that can be read from a column that is not null.
package protocol SQLReadable {
    static func read(_ columns: any ColumnSource, _ index: Int) throws -> Self
}

/// One row of a result as the engine holds it, valid only while it is being read.
package protocol ColumnSource {
    func isNull(_ index: Int) -> Bool
    func integer(_ index: Int) -> Int64
    func real(_ index: Int) -> Double
    func text(_ index: Int) -> String
    func bytes(_ index: Int) -> [UInt8]
}

/// Reads a row's columns from left to right: `Lead(id: try row.next(), status: try row.next())`.
package struct Row {
    let columns: any ColumnSource
    private var index = 0

    init(_ columns: any ColumnSource) {
        self.columns = columns
    }

    package mutating func next<T: SQLReadable>() throws -> T {
        defer { index += 1 }
        guard !columns.isNull(index) else { throw StoreError.unexpectedNull(column: index) }
        return try T.read(columns, index)
    }

    package mutating func next<T: SQLReadable>() throws -> T? {
        defer { index += 1 }
        return columns.isNull(index) ? nil : try T.read(columns, index)
    }
}

/// A fault of the store itself, never the user's: shown as an internal error and logged.
package enum StoreError: Error, Hashable, Sendable {
    case unexpectedNull(column: Int)
    case corrupt(String)
    /// More writers wait than the queue may hold; the door answers 503.
    case overloaded
    /// The engine ended the transaction by itself, as when the disk is full.
    case transactionLost
    /// The transaction is done again from its beginning; nobody is told.
    case mustRepeat
    /// The workspace was written by a newer version of Baton.
    case newerSchema(found: Int, known: Int)
    /// The database's file was deleted or replaced while it was open; nothing is acknowledged any more.
    case fileLost
    /// The database cannot be opened, with a sentence for whoever starts the server.
    case cannotOpen(String)
    /// The disk is full; nothing of the transaction was kept.
    case diskFull
    /// The database server does not answer; nothing was kept, and the next try may find it again.
    case unreachable(String)
    /// The connection broke at the commit, and whether it was kept could not be found out.
    case outcomeUnknown
}

extension Int64: SQLBindable, SQLReadable {
    package static var sqlType: SQLType { .integer }
    package var sqlValue: SQLValue { .integer(self) }
    package static func read(_ columns: any ColumnSource, _ index: Int) -> Int64 { columns.integer(index) }
}

extension Int: SQLBindable, SQLReadable {
    package static var sqlType: SQLType { .integer }
    package var sqlValue: SQLValue { .integer(Int64(self)) }
    package static func read(_ columns: any ColumnSource, _ index: Int) -> Int { Int(columns.integer(index)) }
}

extension Bool: SQLBindable, SQLReadable {
    package static var sqlType: SQLType { .boolean }
    package var sqlValue: SQLValue { .boolean(self) }
    package static func read(_ columns: any ColumnSource, _ index: Int) -> Bool { columns.integer(index) != 0 }
}

extension Double: SQLBindable, SQLReadable {
    package static var sqlType: SQLType { .real }
    package var sqlValue: SQLValue { .real(self) }
    package static func read(_ columns: any ColumnSource, _ index: Int) -> Double { columns.real(index) }
}

extension String: SQLBindable, SQLReadable {
    package static var sqlType: SQLType { .text }
    package var sqlValue: SQLValue { .text(self) }
    package static func read(_ columns: any ColumnSource, _ index: Int) -> String { columns.text(index) }
}

extension [UInt8]: SQLBindable, SQLReadable {
    package static var sqlType: SQLType { .bytes }
    package var sqlValue: SQLValue { .bytes(self) }
    package static func read(_ columns: any ColumnSource, _ index: Int) -> [UInt8] { columns.bytes(index) }
}

extension Instant: SQLBindable, SQLReadable {
    package static var sqlType: SQLType { .integer }
    package var sqlValue: SQLValue { .integer(milliseconds) }
    package static func read(_ columns: any ColumnSource, _ index: Int) -> Instant {
        Instant(milliseconds: columns.integer(index))
    }
}

extension Span: SQLBindable, SQLReadable {
    package static var sqlType: SQLType { .integer }
    package var sqlValue: SQLValue { .integer(milliseconds) }
    package static func read(_ columns: any ColumnSource, _ index: Int) -> Span {
        Span(milliseconds: columns.integer(index))
    }
}

extension Identifier: SQLBindable, SQLReadable {
    package static var sqlType: SQLType { .bytes }
    package var sqlValue: SQLValue { .bytes(bytes) }
    package static func read(_ columns: any ColumnSource, _ index: Int) throws -> Identifier {
        guard let id = Identifier(bytes: columns.bytes(index)) else { throw StoreError.corrupt("id") }
        return id
    }
}

extension Owner: SQLBindable, SQLReadable {
    package static var sqlType: SQLType { .text }
    package var sqlValue: SQLValue { .text(description) }
    package static func read(_ columns: any ColumnSource, _ index: Int) throws -> Owner {
        guard let owner = Owner(columns.text(index)) else { throw StoreError.corrupt("owner") }
        return owner
    }
}

extension SQLBindable where Self: RawRepresentable, RawValue == String {
    package static var sqlType: SQLType { .text }
    package var sqlValue: SQLValue { .text(rawValue) }
}

extension SQLReadable where Self: RawRepresentable, RawValue == String {
    package static func read(_ columns: any ColumnSource, _ index: Int) throws -> Self {
        let text = columns.text(index)
        guard let value = Self(rawValue: text) else { throw StoreError.corrupt("\(Self.self) \(text)") }
        return value
    }
}

extension FieldKind: SQLBindable, SQLReadable {}
extension Status: SQLBindable, SQLReadable {}
extension StatusKind: SQLBindable, SQLReadable {}
extension ClockKind: SQLBindable, SQLReadable {}
extension Grade: SQLBindable, SQLReadable {}
extension ContactRole: SQLBindable, SQLReadable {}
extension Channel: SQLBindable, SQLReadable {}
extension AttemptOutcome: SQLBindable, SQLReadable {}
extension Dimension: SQLBindable, SQLReadable {}
extension Role: SQLBindable, SQLReadable {}
extension TokenScope: SQLBindable, SQLReadable {}
extension Pool.Strategy: SQLBindable, SQLReadable {}
extension OpportunityStage.Kind: SQLBindable, SQLReadable {}
extension LeadEvent.Kind: SQLBindable, SQLReadable {}
extension OpportunityEvent.Kind: SQLBindable, SQLReadable {}
