import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Undoing an import that somebody has answered to")
struct UndoJoinTests {
    @Test("X16: a lead of an import stays when another arrival joined it, also one that was no new response")
    func joined() async throws {
        let bench = try await ImportBench()
        let workplace = bench.workplace
        let first = try await workplace.lead { $0.event = "fair" }
        let manager = Workplace.actor(Workplace.manager)
        try await workplace.app.perform(RejectLead(lead: first, reason: "No budget"), as: manager)
        var mapping = ImportMapping(name: "Fair")
        mapping.automatic = true
        mapping.createMissing = true
        let file = "name,email,company,source\nGrace Hopper,grace@navy.example,Navy Ltd,Web form\n"
        let record = try await bench.run(try bench.file(file), mapping)
        #expect(record.tally[.created] == 1)
        // The same answer to the same fair: joined to the imported lead, and no response more.
        let again = try await workplace.capture { $0.event = "fair" }
        #expect(again.outcome == .joined)
        let undone = try await bench.importer.undo(record.id, as: .system)
        #expect(undone.tally[.undone] == 0)
        #expect(try await workplace.detail(try #require(again.lead)).lead.kind == .new)
        #expect(try await workplace.check().holds)
    }

    @Test("X16: whoever was sent something since stays known when their import is undone, and the undo goes on")
    func touched() async throws {
        let bench = try await ImportBench()
        var mapping = ImportMapping(name: "Fair")
        mapping.automatic = true
        let file = "name,email,company,source\nGrace Hopper,grace@navy.example,Navy Ltd,Web form\n"
        let record = try await bench.run(try bench.file(file), mapping)
        let mailing = LogTouches(emails: ["grace@navy.example"], productClass: "General", kind: .mailing)
        let marketing = Workplace.actor(Workplace.mia)
        #expect(try await bench.workplace.app.perform(mailing, as: marketing).logged == 1)
        let undone = try await bench.importer.undo(record.id, as: .system)
        #expect(undone.state == .undone)
        #expect(undone.tally[.undone] == 1)
        // Known still: the next mailing finds her.
        #expect(try await bench.workplace.app.perform(mailing, as: marketing).unknown.isEmpty)
        #expect(try await bench.workplace.check().holds)
    }
}
