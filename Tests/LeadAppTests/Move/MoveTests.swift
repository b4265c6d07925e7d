import Foundation
import LeadApp
import LeadCore
import LeadFixtures
import LeadStore
import Testing

@Suite("Workspaces that move, and their copies")
struct MoveTests {
    private let folder: URL
    /// A file that lies beside, wherever the test's own workspace is.
    private var file: String { folder.appending(path: "other.sqlite").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "baton-move-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func cleanUp() {
        try? FileManager.default.removeItem(at: folder)
    }

    /// A workspace in which something of everything has happened, on the engine under test.
    private func filled() async throws -> (place: WorkspacePlace, path: String) {
        let path = folder.appending(path: "\(UUID().uuidString)/baton.sqlite").path
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true
        )
        let place = TestEngine.place(path)
        try await DemoWorld(seed: 3, leads: 30, end: World.morning).fill(place)
        return (place, path)
    }

    @Test("J6: a workspace moves with every row: reports, promises and search answer as before, and new leads come")
    func move() async throws {
        defer { cleanUp() }
        let (place, path) = try await filled()
        defer { TestEngine.remove(path) }
        let moved = try WorkspaceMove(from: place, to: .sqlite(file)).run()
        let before = try await App.open(place) { World.morning }
        let after = try await App.open(.sqlite(file)) { World.morning }
        let books = try await before.fetch(CheckInvariants(), as: .system)
        let check = try await after.fetch(CheckInvariants(), as: .system)
        #expect(check.holds)
        #expect(check.findings.map(\.checked) == books.findings.map(\.checked))
        #expect(moved.reduce(0) { $0 + $1.rows } > 1000)
        let rows = try await before.fetch(LeadList(LeadFilter()), as: .system).rows
        #expect(try await after.fetch(LeadList(LeadFilter()), as: .system).rows.map(\.id) == rows.map(\.id))
        var filter = LeadFilter()
        filter.text = try #require(rows.first?.name).dropFirst().dropLast().description
        let found = try await before.fetch(LeadList(filter), as: .system).rows.map(\.id)
        #expect(!found.isEmpty)
        #expect(try await after.fetch(LeadList(filter), as: .system).rows.map(\.id) == found)
        let inquiry = try await captured(after)
        #expect(inquiry.outcome == .newLead)
        #expect(try await after.fetch(CheckInvariants(), as: .system).holds)
    }

    @Test(
        "J6: a workspace moves from a file to a server, and its rows are numbered on from there",
        .enabled(if: TestEngine.isPostgres, "BATON_TEST_DATABASE names no server")
    )
    func toServer() async throws {
        defer { cleanUp() }
        try await DemoWorld(seed: 3, leads: 30, end: World.morning).fill(.sqlite(file))
        let path = folder.appending(path: "\(UUID().uuidString)/baton.sqlite").path
        let place = TestEngine.place(path)
        defer { TestEngine.remove(path) }
        let there = try WorkspaceMove(from: .sqlite(file), to: place).run()
        let app = try await App.open(place) { World.morning }
        #expect(try await captured(app).outcome == .newLead)
        #expect(try await app.fetch(CheckInvariants(), as: .system).holds)
        #expect(there.first { $0.table == "ledger" }?.rows ?? 0 > 100)
    }

    @Test("J6: nothing is moved onto a workspace that is there already, nor from where there is none")
    func refused() async throws {
        defer { cleanUp() }
        let (place, path) = try await filled()
        defer { TestEngine.remove(path) }
        #expect(throws: StoreError.self) { try WorkspaceMove(from: place, to: place).run() }
        #expect(throws: StoreError.self) {
            try WorkspaceMove(from: .sqlite(folder.appending(path: "none.sqlite").path), to: .sqlite(file)).run()
        }
        #expect(try await App.open(place) { World.morning }.fetch(CheckInvariants(), as: .system).holds)
    }

    @Test("J6: a copy taken while leads come in is whole, and is a workspace again where there is none")
    func backup() async throws {
        defer { cleanUp() }
        let path = folder.appending(path: "w.sqlite").path
        try await DemoWorld(seed: 3, leads: 5, end: World.morning).fill(.sqlite(path))
        let app = try await App.open(sqlite: path) { World.morning }
        let leads = try await count(app)
        let copy = folder.appending(path: "copy.sqlite").path
        try await withThrowingTaskGroup(of: Void.self) { group in
            for n in 0..<40 {
                group.addTask { _ = try await captured(app, n) }
                if n == 20 { group.addTask { try WorkspaceBackup.write(path, to: copy) } }
            }
            try await group.waitForAll()
        }
        let restored = folder.appending(path: "restored.sqlite").path
        try WorkspaceBackup.restore(copy, to: restored)
        let again = try await App.open(sqlite: restored) { World.morning }
        #expect(try await again.fetch(CheckInvariants(), as: .system).holds)
        #expect((leads...leads + 40).contains(try await count(again)))
        #expect(throws: StoreError.self) { try WorkspaceBackup.write(path, to: copy) }
        #expect(throws: StoreError.self) { try WorkspaceBackup.restore(copy, to: path) }
        #expect(try await count(app) == leads + 40)
    }

    private func count(_ app: App) async throws -> Int {
        try await app.database.read { try $0.census().leads }
    }

    @Test("J6: a damaged copy, or a file that is no copy, does not become a workspace")
    func damaged() async throws {
        defer { cleanUp() }
        let path = folder.appending(path: "w.sqlite").path
        _ = try await App.open(sqlite: path) { World.morning }
        let copy = folder.appending(path: "copy.sqlite").path
        try WorkspaceBackup.write(path, to: copy)
        var bytes = try Data(contentsOf: URL(filePath: copy))
        for index in stride(from: 8192, to: bytes.count, by: 512) { bytes[index] ^= 0xFF }
        try bytes.write(to: URL(filePath: copy))
        #expect(throws: StoreError.self) { try WorkspaceBackup.restore(copy, to: file) }
        try Data("no database".utf8).write(to: URL(filePath: copy))
        #expect(throws: StoreError.self) { try WorkspaceBackup.restore(copy, to: file) }
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    private func captured(_ app: App, _ number: Int = 0) async throws -> Captured {
        var inquiry = Inquiry()
        inquiry.name = "Grace Hopper \(number)"
        inquiry.email = "grace\(number)@navy\(number).example"
        inquiry.company = "Navy \(number) Ltd"
        inquiry.source = "Web form"
        let raw = Array("{}".utf8)
        let command = CaptureLead(raw: raw, contentType: "application/json", channel: .api, inquiry: inquiry)
        return try await app.perform(command, as: .system)
    }
}
