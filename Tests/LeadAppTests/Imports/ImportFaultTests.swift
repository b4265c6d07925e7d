import Foundation
import LeadApp
import LeadCore
import LeadFixtures
import LeadStore
import Testing

@Suite("Imports that fail")
struct ImportFaultTests {
    private static let people = "Name,Email,Source\nAnn,ann@x.example,Web form\n"

    private func record(_ bench: ImportBench, _ id: Import.ID) async throws -> ImportRecord {
        try await bench.workplace.app.fetch(ImportStatus(id: id), as: .system).record
    }

    @Test(
        "G4: a fault is kept on the import, tried again after a while, and after five times left to a person",
        .enabled(if: !TestEngine.isPostgres, "a process without the file leaves it to one that has it")
    )
    func retry() async throws {
        let bench = try await ImportBench()
        let id = try await bench.start(try bench.file(Self.people), ImportMapping())
        let kept = "\(bench.importer.folder)/\(id).csv"
        try FileManager.default.moveItem(atPath: kept, toPath: kept + ".away")
        #expect(await bench.importer.resume().map(\.id) == [id])
        let failed = try await record(bench, id)
        #expect(failed.state == .running && failed.failures == 1 && failed.error != nil)
        #expect(failed.retryAt == bench.workplace.now + .seconds(30))
        #expect(await bench.importer.resume().isEmpty)
        for wait in [30, 60, 120, 240] {
            bench.workplace.advance(.seconds(Int64(wait)))
            #expect(await bench.importer.resume().count == 1, "after \(wait) s")
        }
        let given = try await record(bench, id)
        #expect(given.state == .failed && given.retryAt == nil)
        try FileManager.default.moveItem(atPath: kept + ".away", toPath: kept)
        try await bench.importer.start(id, as: .system)
        let done = try await bench.importer.run(id)
        #expect(done.state == .finished && done.error == nil && done.failures == 0)
    }

    @Test("G4: an undo that cannot go on says why, and can be asked for again")
    func undo() async throws {
        let bench = try await ImportBench()
        let id = try await bench.run(try bench.file(Self.people), ImportMapping()).id
        let kind = try await record(bench, id).kind
        try await bench.workplace.app.perform(SetImportState(id: id, state: .undoing), as: .system)
        _ = try await bench.workplace.app.database.write(as: .system) { tx in
            try tx.run("UPDATE imports SET kind = 'x'")
        }
        #expect(await bench.importer.resume().count == 1)
        let stuck = try await record(bench, id)
        #expect(stuck.state == .undoing && stuck.hasGivenUp && stuck.error != nil)
        #expect(await bench.importer.resume().isEmpty)
        _ = try await bench.workplace.app.database.write(as: .system) { tx in
            try tx.run("UPDATE imports SET kind = \(kind)")
        }
        try await bench.workplace.app.perform(SetImportState(id: id, state: .undoing), as: .system)
        #expect(await bench.importer.resume().isEmpty)
        #expect(try await record(bench, id).state == .undone)
    }

    @Test("G4: what another process works on is left to it until it has been quiet for a minute")
    func busy() async throws {
        let bench = try await ImportBench()
        let rows = (1...600).map { "P\($0),p\($0)@x.example,Web form\n" }.joined()
        let id = try await bench.start(try bench.file("Name,Email,Source\n" + rows), ImportMapping())
        let importer = bench.importer
        _ = try await Task {
            try await importer.run(id) { _ in withUnsafeCurrentTask { $0?.cancel() } }
        }.value
        let begun = try await record(bench, id).rowsDone
        #expect(begun > 0 && begun < 600)
        #expect(await importer.resume(includesBusy: false).isEmpty)
        #expect(try await record(bench, id).rowsDone == begun)
        bench.workplace.advance(.minutes(1))
        #expect(await importer.resume(includesBusy: false).isEmpty)
        #expect(try await record(bench, id).state == .finished)
    }

    @Test("G2: looking at a draft again does not read the whole file again")
    func preview() async throws {
        let bench = try await ImportBench()
        let path = try bench.file(Self.people)
        let draft = try await bench.importer.keep(path, name: "f.csv", mapping: ImportMapping(), as: .system)
        let kept = "\(bench.importer.folder)/\(draft.id).csv"
        let handle = try #require(FileHandle(forWritingAtPath: kept))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("Ben,ben@x.example,Web form\n".utf8))
        try handle.close()
        let again = try await bench.importer.preview(draft.id, as: .system)
        #expect(again.facts.rows == 1 && again.facts.hash == draft.fileHash)
    }
}
