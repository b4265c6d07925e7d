import GRDB

/// One end of a move: a connection that is alone in writing to its workspace until the move is over.
enum MoveEnd {
    /// Runs `body` in one transaction; keeps what it wrote only when it says so.
    static func run<T>(_ place: WorkspacePlace, keeps: Bool, _ body: (any Connection) throws -> T) throws -> T {
        switch place {
        case .sqlite(let path): try sqlite(path, keeps: keeps, body)
        case .postgres(let address): try postgres(address, keeps: keeps, body)
        }
    }

    private static func sqlite<T>(_ path: String, keeps: Bool, _ body: (any Connection) throws -> T) throws -> T {
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(10)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            return try alone(queue, keeps: keeps, body)
        } catch let error as DatabaseError {
            throw StoreError.cannotOpen(SQLiteDatabase.sentence(of: error, path))
        }
    }

    private static func alone<T>(
        _ queue: DatabaseQueue,
        keeps: Bool,
        _ body: (any Connection) throws -> T
    ) throws -> T {
        try queue.inDatabase { db in
            try db.beginTransaction(.immediate)
            do {
                let result = try body(SQLiteConnection(db))
                if keeps { try db.commit() } else { try db.rollback() }
                return result
            } catch {
                if db.isInsideTransaction { try db.rollback() }
                throw error
            }
        }
    }

    private static func postgres<T>(
        _ address: PostgresAddress,
        keeps: Bool,
        _ body: (any Connection) throws -> T
    ) throws -> T {
        let connection = PostgresConnection(address)
        do {
            try connection.open()
            // One end waits while the other works.
            try connection.script("SET idle_in_transaction_session_timeout TO 0")
            let transaction = try connection.beginWriting(.real)
            let result = try body(connection)
            if keeps { try connection.commit(transaction) } else { connection.rollBack() }
            return result
        } catch let fault as PostgresFault {
            throw fault.known
        }
    }
}
