import Foundation
package import LeadStore

/// On which engine the tests run: SQLite, or the PostgreSQL server that `BATON_TEST_DATABASE` names.
///
/// `bin/test` runs the suites of the store, the application and the server on both.
package enum TestEngine {
    private static let server = ProcessInfo.processInfo.environment["BATON_TEST_DATABASE"]

    package static var isPostgres: Bool { server != nil }

    /// A workspace of a test's own: the file, or a schema on the server that is the same for the same path.
    package static func place(_ path: String) -> WorkspacePlace {
        schema(path).map(WorkspacePlace.postgres) ?? .sqlite(path)
    }

    /// Deletes the schema; the test deletes its files itself.
    package static func remove(_ path: String) {
        if let schema = schema(path) { try? PostgresDatabase.delete(schema) }
    }

    private static func schema(_ path: String) -> PostgresAddress? {
        guard let server else { return nil }
        let letters = path.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
        let mark = server.contains("?") ? "&" : "?"
        return try? PostgresAddress("\(server)\(mark)schema=t_\(String(letters.suffix(50)))")
    }
}
