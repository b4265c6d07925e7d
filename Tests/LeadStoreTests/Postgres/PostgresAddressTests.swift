import Testing

@testable import LeadStore

@Suite("The address of a workspace on PostgreSQL")
struct PostgresAddressTests {
    @Test("The schema is ours, everything else is libpq's")
    func parts() throws {
        let address = try PostgresAddress(
            "postgres://ada:secret@db.example:6432/crm?sslmode=require&schema=acme&connect_timeout=3"
        )
        #expect(address.schema == "acme")
        #expect(address.url == "postgres://ada:secret@db.example:6432/crm?sslmode=require&connect_timeout=3")
        #expect(try PostgresAddress("postgresql://db.example/crm").schema == "baton")
    }

    @Test(
        "A password is never shown",
        arguments: [
            "postgres://ada:secret@db.example/crm",
            "postgres://ada:se%40cret@db.example/crm?schema=acme&password=secret",
        ]
    )
    func passwords(text: String) throws {
        let shown = try PostgresAddress(text).shown
        #expect(!shown.contains("se" + "cret") && !shown.contains("se%40cret"))
        #expect(shown.hasPrefix("postgres://ada@db.example/crm?schema="))
    }

    @Test(
        "What is no address, and schemas that would have to be quoted, are refused",
        arguments: [
            "mysql://db.example/crm", "data/baton.sqlite", "postgres://h/d?schema=Acme", "postgres://h/d?schema=a;drop",
            "postgres://h/d?schema=pg_temp", "postgres://h/d?schema=",
        ]
    )
    func refused(text: String) {
        #expect(throws: StoreError.self) { try PostgresAddress(text) }
    }

    @Test("Two workspaces of a database have locks of their own")
    func locks() throws {
        let keys = try ["a", "b", "acme", "acme2"].map { try PostgresAddress("postgres://h/d?schema=\($0)").lockKey }
        #expect(Set(keys).count == 4)
    }

    @Test("A statement's values are numbered, and a seam has one word for each engine")
    func statements() {
        let sql: SQL = "SELECT \(1) WHERE a \(sqlite: "LIKE", postgres: "ILIKE") \("x") AND b = \(true)"
        #expect(sql.postgresText == "SELECT $1 WHERE a ILIKE $2 AND b = $3")
        #expect(sql.text(for: .sqlite) == "SELECT ? WHERE a LIKE ? AND b = ?")
    }
}
