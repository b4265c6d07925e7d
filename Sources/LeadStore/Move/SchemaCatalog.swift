import GRDB

/// The tables that the migrations make, read from an empty workspace in memory: what a move copies and `docs/schema.sql` prints.
package struct SchemaCatalog: Sendable {
    struct Column: Hashable, Sendable {
        var name: String
        var type: SQLType
    }

    struct Table: Sendable {
        var name: String
        var columns: [Column]
        /// The columns that its rows are told apart and sorted by.
        var key: [String]
        /// The tables that must be filled before it.
        var parents: Set<String>
        /// Columns that lead to other rows of the same table.
        var ownParents: [String]
        /// The column that counts by itself.
        var counter: String?
    }

    /// Each after those that it refers to.
    let tables: [Table]
    /// All statements that make the schema, each once, by name.
    package let statements: [String]

    package init() throws {
        let queue = try DatabaseQueue()
        (tables, statements) = try queue.inDatabase { db in
            let connection = SQLiteConnection(db)
            try Migrations.run(on: connection, dialect: .sqlite)
            let snapshot = Snapshot(connection)
            let statements: [String] = try snapshot.all(
                """
                SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
                  AND name NOT LIKE 'lead!_search!_%' ESCAPE '!' ORDER BY tbl_name, type DESC, name
                """
            ) { row in try row.next() }
            return (Self.inOrder(try Self.tables(snapshot)), statements)
        }
    }

    /// The schema as `docs/schema.sql` holds it for people to review.
    package var text: String {
        let head = """
            -- The tables of a workspace, as `baton schema` prints them. PostgreSQL has the same ones: its BLOB is BYTEA, its
            -- texts compare byte by byte, rows are numbered by identity columns, and lead_search is an index of lead_texts.
            -- Times are milliseconds since 1970 in UTC, amounts are minor units of their currency, ids are UUIDv7.
            """
        return ([head] + statements.map { $0 + ";" }).joined(separator: "\n\n")
    }

    private static func tables(_ snapshot: borrowing Snapshot) throws -> [Table] {
        let names: [String] = try snapshot.all(
            """
            SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
              AND name NOT LIKE 'lead!_search%' ESCAPE '!' AND name <> 'schema_version' ORDER BY name
            """
        ) { row in try row.next() }
        return try names.map { try table($0, snapshot) }
    }

    private static func table(_ name: String, _ snapshot: borrowing Snapshot) throws -> Table {
        let facts = try snapshot.all("SELECT name, type, pk FROM pragma_table_info(\(name)) ORDER BY cid") { row in
            (name: try row.next() as String, type: try row.next() as String, key: try row.next() as Int)
        }
        let parents = try snapshot.all("SELECT \"table\", \"from\" FROM pragma_foreign_key_list(\(name))") { row in
            (table: try row.next() as String, column: try row.next() as String)
        }
        return Table(
            name: name,
            columns: try facts.map { Column(name: $0.name, type: try type($0.type)) },
            key: facts.filter { $0.key > 0 }.sorted { $0.key < $1.key }.map(\.name),
            parents: Set(parents.map(\.table)).subtracting([name]),
            ownParents: parents.filter { $0.table == name }.map(\.column),
            counter: facts.first { $0.key > 0 && $0.type == "INTEGER" }?.name
        )
    }

    private static func type(_ declared: String) throws -> SQLType {
        switch declared {
        case "BLOB": .bytes
        case "TEXT": .text
        case "BIGINT", "INTEGER": .integer
        case "BOOLEAN": .boolean
        case "DOUBLE PRECISION": .real
        default: throw StoreError.corrupt("column type \(declared)")
        }
    }

    private static func inOrder(_ tables: [Table]) -> [Table] {
        var done: [Table] = []
        var left = tables
        while let next = left.firstIndex(where: { $0.parents.isSubset(of: done.map(\.name)) }) {
            done.append(left.remove(at: next))
        }
        return done + left
    }
}
