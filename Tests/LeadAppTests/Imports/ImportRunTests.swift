import Foundation
import LeadApp
import LeadCore
import LeadFixtures
import LeadStore
import Synchronization
import Testing

@Suite("Running imports")
struct ImportRunTests {
    private static func people(_ count: Int) -> String {
        "Name,Email,Lead Source\n"
            + (1...count).map { "Person \($0),p\($0)@x\($0).example,Web form\n" }.joined()
    }

    @Test("A process that is killed in the middle goes on behind the last part that was saved")
    func resume() async throws {
        let bench = try await ImportBench()
        let id = try await bench.start(try bench.file(Self.people(1000)), ImportMapping())
        let importer = bench.importer
        let stopped = Task {
            try await importer.run(id) { progress in
                if progress.record.rowsDone >= 500 { withUnsafeCurrentTask { $0?.cancel() } }
            }
        }
        #expect(try await stopped.value.rowsDone == 500)
        #expect(try await bench.count("SELECT COUNT(*) FROM leads") == 500)

        // What a new process does on the same files.
        let path = bench.workplace.directory.appending(path: "baton.sqlite").path
        let again = Importer(app: try await App.open(TestEngine.place(path)), folder: importer.folder)
        #expect(await again.resume().isEmpty)
        let record = try await again.app.fetch(ImportStatus(id: id), as: .system).record
        #expect(record.state == .finished)
        #expect(record.tally.counts == [.created: 1000])
        #expect(try await bench.count("SELECT COUNT(*) FROM leads") == 1000)
        #expect(try await bench.count("SELECT COUNT(*) FROM import_rows") == 1000)
        #expect(try await bench.workplace.check().holds)
    }

    @Test("Two runs of the same import do every row once")
    func twice() async throws {
        let bench = try await ImportBench()
        let id = try await bench.start(try bench.file(Self.people(1000)), ImportMapping())
        async let first = bench.importer.run(id)
        async let second = bench.importer.run(id)
        _ = try await (first, second)
        #expect(try await bench.importer.run(id).state == .finished)
        #expect(try await bench.count("SELECT COUNT(*) FROM leads") == 1000)
        #expect(try await bench.count("SELECT COUNT(*) FROM submissions") == 1000)
    }

    @Test("A dry run says what the import then does, and keeps nothing")
    func dryRun() async throws {
        let bench = try await ImportBench()
        let file = try bench.file(
            """
            Name,Email,Company,Source,Created
            Ada,ada@engine.example,Engine,Fair,2026-01-02
            Ada,ada@engine.example,Engine,Fair,2026-01-03
            Bad,not an address,X,Fair,2026-01-03
            Odd,odd@x.example,X,Fair,2026-02-30
            ,,,Fair,
            , ,,,
            """
        )
        var mapping = ImportMapping()
        mapping.createMissing = true
        let draft = try await bench.importer.keep(file, name: "f.csv", mapping: mapping, as: .system)
        let trial = try await bench.importer.dryRun(draft.id, as: .system)
        #expect(trial.tally.counts == [.created: 1, .joined: 1, .refused: 3, .empty: 1])
        #expect(trial.rowsTried == trial.rowsTotal)
        #expect(trial.reasons.flatMap(\.examples).map(\.number).sorted() == [3, 4, 5])
        for table in ["leads", "submissions", "import_rows", "ledger", "accounts"] {
            #expect(try await bench.count("SELECT COUNT(*) FROM \(raw: table)") == 0)
        }
        try await bench.importer.start(draft.id, as: .system)
        let record = try await bench.importer.run(draft.id)
        #expect(record.tally == trial.tally)
        #expect(try await bench.workplace.check().holds)
    }

    @Test("A dry run tells each reason apart, and whether names are what is missing")
    func reasons() async throws {
        let bench = try await ImportBench()
        let file = try bench.file(
            "Name,Email,Source\nAda,ada@x.example,Messe\nBob,bob@,Web form\nCat,cat@x.example,Messe\n"
        )
        let draft = try await bench.importer.keep(file, name: "f.csv", mapping: ImportMapping(), as: .system)
        let trial = try await bench.importer.dryRun(draft.id, as: .system)
        #expect(trial.reasons.map(\.rows) == [2, 1])
        #expect(trial.reasons.map { $0.examples.map(\.number) } == [[1, 3], [2]])
        #expect(trial.reasons[1].sentence == "bob@ is not an e-mail address.")
        #expect(trial.namesUnknown)
    }

    @Test("B8: a product says the class where none is named; one that is not there is refused, or made a class")
    func products() async throws {
        let bench = try await ImportBench()
        try await bench.workplace.app.perform(SaveProductClass(name: "Pumps"), as: .system)
        let file = try bench.file(
            "Name,Email,Source,Product\nAda,ada@x.example,Web form,pumps\nBob,bob@y.example,Web form,Valves\n"
        )
        let record = try await bench.run(file, ImportMapping())
        #expect(record.tally.counts == [.created: 1, .refused: 1])
        #expect(try await bench.rows(record.id, .refused).map(\.code) == ["unknown_name"])
        var mapping = ImportMapping()
        mapping.createMissing = true
        try await bench.run(file, mapping)
        let classes = try await bench.totals(
            "SELECT product_classes.name, COUNT(*) FROM leads JOIN product_classes ON product_classes.id = class_id GROUP BY 1"
        )
        #expect(classes == ["Pumps": 1, "Valves": 1])
    }

    @Test("A file of refused rows that is imported and refused again keeps one number and one reason a row")
    func rounds() async throws {
        let bench = try await ImportBench()
        var file = try bench.file("Name,Email,Source\nAda,ada@,Web form\nBob,bob@,Web form\n")
        for round in 1...3 {
            let record = try await bench.run(file, ImportMapping())
            let page = try await bench.workplace.app.fetch(RefusedRows(id: record.id), as: .system)
            let lines = page.text.split(separator: "\r\n").map(String.init)
            #expect(
                lines == [
                    "row,reason,Name,Email,Source", "1,ada@ is not an e-mail address.,Ada,ada@,Web form",
                    "2,bob@ is not an e-mail address.,Bob,bob@,Web form",
                ]
            )
            file = try bench.file(page.text, named: "round\(round).csv")
        }
    }

    @Test("Refused rows come as a file with their numbers and reasons; corrected, it can be imported")
    func refused() async throws {
        let bench = try await ImportBench()
        let file = try bench.file(
            "Name;Email;Source\nAda;ada(at)x.example;Web form\n\"Bob; B\";bob@x.example;Web form\n"
        )
        let record = try await bench.run(file, ImportMapping())
        #expect(record.tally.counts == [.created: 1, .refused: 1])
        let page = try await bench.workplace.app.fetch(RefusedRows(id: record.id), as: .system)
        #expect(
            page.text
                == "row,reason,Name,Email,Source\r\n1,ada(at)x.example is not an e-mail address.,Ada,ada(at)x.example,Web form\r\n"
        )
        let corrected = try bench.file(page.text.replacing("(at)", with: "@"), named: "corrected.csv")
        #expect(try await bench.run(corrected, ImportMapping()).tally.counts == [.created: 1])
        #expect(try await bench.workplace.check().holds)
    }

    @Test("A row that was refused for want of a source comes in when the source is there")
    func secondTry() async throws {
        let bench = try await ImportBench()
        let file = try bench.file("id,Name,Source\n7,Ada,Moon\n")
        #expect(try await bench.run(file, ImportMapping()).tally.counts == [.refused: 1])
        var mapping = ImportMapping()
        mapping.createMissing = true
        #expect(try await bench.run(file, mapping).tally.counts == [.created: 1])
        #expect(try await bench.run(file, mapping).tally.counts == [.duplicate: 1])
        #expect(try await bench.workplace.check().holds)
    }

    @Test("Only those who may import can: a partner cannot even look")
    func permission() async throws {
        let bench = try await ImportBench()
        let file = try bench.file(Self.people(1))
        await #expect(throws: Refusal.self) {
            try await bench.importer.keep(
                file,
                name: "x",
                mapping: ImportMapping(),
                as: Actor(user: Workplace.fay, role: .partner)
            )
        }
    }
}
