import Foundation
import LeadCore
import LeadFixtures
import Testing

@testable import LeadStore

/// What only a server does: connections that end, processes beside each other, a crowd that waits.
@Suite("A workspace on PostgreSQL", .enabled(if: TestEngine.isPostgres, "BATON_TEST_DATABASE names no server"))
struct PostgresDatabaseTests {
    private let address: PostgresAddress

    init() throws {
        let path = "/\(UUID().uuidString)"
        guard case .postgres(let address) = TestEngine.place(path) else { throw StoreError.cannotOpen("no server") }
        self.address = address
    }

    private func withDatabase(
        mostWaiting: Int = 1000,
        _ body: (PostgresDatabase, PostgresConnection) async throws -> Void
    ) async throws {
        let database = try PostgresDatabase(address, mostWaiting: mostWaiting) { Instant(milliseconds: 1000) }
        let beside = PostgresConnection(address)
        try beside.open()
        let result: Result<Void, any Error>
        do { result = .success(try await body(database, beside)) } catch { result = .failure(error) }
        try PostgresDatabase.delete(address)
        try result.get()
    }

    @Test("J6: a server that does not answer is told in one sentence, without the password")
    func unreachable() throws {
        let address = try PostgresAddress("postgres://ada:secret@127.0.0.1:1/crm")
        #expect {
            try PostgresDatabase(address) { Instant(milliseconds: 0) }
        } throws: { error in
            guard case StoreError.cannotOpen(let sentence) = error else { return false }
            return sentence.contains("127.0.0.1:1") && !sentence.contains("secret")
        }
    }

    @Test("Processes that open a new workspace at the same moment make it once")
    func migrations() async throws {
        try await withDatabase { _, beside in
            try PostgresDatabase.delete(address)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { _ = try PostgresDatabase(address) { Instant(milliseconds: 0) } } }
                try await group.waitForAll()
            }
            #expect(try beside.answer("SELECT COUNT(*) = MAX(number) FROM schema_version") == "t")
        }
    }

    @Test("X16: connections that the server ends lose nothing that was acknowledged and double nothing")
    func endedConnections() async throws {
        try await withDatabase { database, beside in
            try await database.write(as: .system) { tx in try tx.set("count", to: "0") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for n in 0..<200 {
                    group.addTask {
                        try await database.write(as: .system) { tx in
                            let before = try tx.read.setting("count").flatMap { Int($0) } ?? 0
                            try tx.set("count", to: String(before + 1))
                            if n.isMultiple(of: 50) { try endConnections(but: beside, tx) }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.read { try $0.setting("count") } == "200")
        }
    }

    /// Ends the connection that the transaction itself is on, the first time that it is carried out.
    private func endConnections(but beside: PostgresConnection, _ tx: borrowing Transaction) throws {
        guard let own: Int = try tx.read.value("SELECT pg_backend_pid()") else { return }
        let marked = try beside.answer(
            "SELECT set_config('baton.ended', current_setting('baton.ended', TRUE) || ' x', FALSE)"
        )
        guard marked.count < 4 else { return }
        _ = try beside.answer("SELECT pg_terminate_backend(\(own))")
        _ = try tx.read.value("SELECT 1") as Int?
    }

    @Test("J6: when too many wait, one more is told so at once; who waits is served when the way is free")
    func overload() async throws {
        try await withDatabase(mostWaiting: 10) { database, beside in
            _ = try beside.beginWriting(.real)
            let results = await withTaskGroup(of: Bool?.self) { group in
                for n in 0..<60 {
                    group.addTask {
                        do {
                            try await database.write(as: .system) { tx in try tx.set("n\(n)", to: "x") }
                            return true
                        } catch StoreError.overloaded {
                            return false
                        } catch {
                            return nil
                        }
                    }
                }
                var results: [Bool?] = []
                for await result in group {
                    results.append(result)
                    // The first answers are those that were refused; then the others may go on.
                    if results.count == 20 { beside.rollBack() }
                }
                return results
            }
            #expect(!results.contains(nil))
            let kept: Int? = try await database.read { try $0.value("SELECT COUNT(*) FROM settings") }
            #expect(kept == results.filter { $0 == true }.count)
            #expect(results.contains(false) && results.contains(true))
        }
    }

    @Test("Each workspace of a database is alone: the other's writer does not hold it up")
    func isolation() async throws {
        try await withDatabase { database, beside in
            let other = try PostgresAddress(
                address.url + (address.url.contains("?") ? "&" : "?") + "schema=\(address.schema.prefix(40))_b"
            )
            let neighbour = PostgresConnection(other)
            try neighbour.open()
            _ = try neighbour.beginWriting(.real)
            try await database.write(as: .system) { tx in try tx.set("a", to: "1") }
            #expect(try await database.read { try $0.setting("a") } == "1")
            neighbour.rollBack()
        }
    }
}
