/// The rows of one table from one connection to another.
struct TableMove {
    let table: SchemaCatalog.Table
    /// How many values a statement carries at most.
    private static let mostValues = 2000

    func run(from source: any Connection, to target: any Connection) throws -> WorkspaceMove.Moved {
        let sent = try copy(from: source, to: target)
        let arrived = try hash(of: target)
        guard sent == arrived else {
            throw StoreError.corrupt("\(table.name): \(sent.rows) rows were sent, and others arrived (\(arrived.rows))")
        }
        try restartCounter(target)
        return WorkspaceMove.Moved(table: table.name, rows: sent.rows, hash: String(sent.value, radix: 16))
    }

    private func copy(from source: any Connection, to target: any Connection) throws -> RowHash {
        var hash = RowHash()
        var waiting: [[SQLValue]] = []
        let most = max(1, Self.mostValues / table.columns.count)
        try each(source) { row in
            hash.add(row)
            waiting.append(row)
            guard waiting.count == most else { return }
            try insert(waiting, target)
            waiting.removeAll(keepingCapacity: true)
        }
        if !waiting.isEmpty { try insert(waiting, target) }
        if !table.ownParents.isEmpty { try each(source) { try linkToParent($0, target) } }
        return hash
    }

    private func hash(of target: any Connection) throws -> RowHash {
        var hash = RowHash()
        try each(target) { hash.add($0) }
        return hash
    }

    private func each(_ connection: any Connection, _ body: ([SQLValue]) throws -> Void) throws {
        let columns = table.columns.map(\.name).joined(separator: ", ")
        let order = table.key.isEmpty ? columns : table.key.joined(separator: ", ")
        try connection.scan("SELECT \(raw: columns) FROM \(raw: table.name) ORDER BY \(raw: order)") { row in
            try body(try table.columns.map { try SQLValue.read($0.type, &row) })
        }
    }

    /// Rows that lead to others of the same table get that when all are there.
    private func insert(_ rows: [[SQLValue]], _ target: any Connection) throws {
        let columns = table.columns.map(\.name).joined(separator: ", ")
        let values = rows.map { row in
            let fields = zip(table.columns, row).map { column, value in
                SQL(value: table.ownParents.contains(column.name) ? .null(column.type) : value)
            }
            return "(\(fields.joined(", ")))" as SQL
        }
        try target.run("INSERT INTO \(raw: table.name) (\(raw: columns)) VALUES \(values.joined(", "))")
    }

    private func linkToParent(_ row: [SQLValue], _ target: any Connection) throws {
        func value(_ name: String) -> SQL {
            zip(table.columns, row).first { $0.0.name == name }.map { SQL(value: $0.1) } ?? "NULL"
        }
        let links = table.ownParents.map { "\(raw: $0) = \(value($0))" as SQL }
        let keys = table.key.map { "\(raw: $0) = \(value($0))" as SQL }
        try target.run("UPDATE \(raw: table.name) SET \(links.joined(", ")) WHERE \(keys.joined(" AND "))")
    }

    /// PostgreSQL counts on where the rows that came with their numbers end; SQLite does so by itself.
    private func restartCounter(_ target: any Connection) throws {
        guard let counter = table.counter, target.dialect == .postgres else { return }
        try target.each(
            """
            SELECT setval(pg_get_serial_sequence(\(table.name), \(counter)), COALESCE(MAX(\(raw: counter)), 0) + 1, FALSE)
            FROM \(raw: table.name)
            """
        ) { _ in }
    }
}

extension SQL {
    init(value: SQLValue) {
        self.init(text: "?", values: [value])
    }
}

extension SQLValue {
    /// A column whose type is known only now.
    ///
    /// A zero byte in a text is read as the replacement that PostgreSQL must keep for it.
    fileprivate static func read(_ type: SQLType, _ row: inout Row) throws -> SQLValue {
        switch type {
        case .integer: (try row.next() as Int64?).map(SQLValue.integer) ?? .null(type)
        case .boolean: (try row.next() as Bool?).map(SQLValue.boolean) ?? .null(type)
        case .real: (try row.next() as Double?).map(SQLValue.real) ?? .null(type)
        case .text: (try row.next() as String?).map { .text($0.replacing("\u{0}", with: "\u{FFFD}")) } ?? .null(type)
        case .bytes: (try row.next() as [UInt8]?).map(SQLValue.bytes) ?? .null(type)
        }
    }
}
