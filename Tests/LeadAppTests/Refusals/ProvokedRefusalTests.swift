import Foundation
import LeadApp
import LeadCore
import LeadStore
import Testing

/// Each refusal of the rules, brought about once.
@Suite("Refusals as they come")
struct ProvokedRefusalTests {
    @Test("Each comes with its code, a plain sentence and what is missing", arguments: Provocation.all)
    func each(_ provocation: Provocation) async throws {
        let site = try await ProvokedSite()
        do {
            try await provocation.act(site)
            Issue.record("\(provocation.code) was not refused")
        } catch let refusal as Refusal {
            #expect(refusal.code == provocation.code)
            #expect(refusal.flaw == nil)
            #expect(refusal.issues.map(\.pointer) == provocation.pointers)
        }
    }

    @Test("All that the rules, the application and the store refuse is brought about here, or named with its reason")
    func complete() throws {
        let rooms = ["LeadCore", "LeadApp", "LeadStore"]
        let said = try RefusalSources(SharedData.repository, rooms: rooms).said.filter { $0.kind != nil }
        let provoked = Set(Provocation.all.map(\.code)).union(Provocation.elsewhere.keys)
        #expect(Set(said.map(\.code)).subtracting(provoked) == [])
    }
}

/// A way to get one refusal.
struct Provocation: Sendable, CustomTestStringConvertible {
    var code: String
    /// Where its issues point.
    var pointers: [String]
    var act: @Sendable (ProvokedSite) async throws -> Void

    init(_ code: String, _ pointers: [String] = [], _ act: @escaping @Sendable (ProvokedSite) async throws -> Void) {
        self.code = code
        self.pointers = pointers
        self.act = act
    }

    var testDescription: String { code }

    static let all: [Provocation] =
        working + captured + keeping + importing + merging + undoing + governing + describing + waiting
        + calling
        + persons
        + mailing

    /// What a test elsewhere brings about, or nothing should.
    static let elsewhere = [
        "too_large": "Posted forms: needs 600 MB here",
        "malformed_form": "Posted forms",
        "already_set_up": "ConfigTests and Signing in",
        "link_not_valid": "Links that let somebody in once",
        "too_many_failures": "Signing in",
        "wrong_credentials": "Signing in",
    ]
}

/// A workplace with an importer, its people, and leads at every stage on request.
struct ProvokedSite: Sendable {
    let bench: ImportBench
    let manager = Workplace.actor(Workplace.manager)
    let ann = Workplace.actor(Workplace.ann)
    let fay = Workplace.actor(Workplace.fay)

    init() async throws {
        bench = try await ImportBench()
    }

    var workplace: Workplace { bench.workplace }
    var app: App { workplace.app }
    var later: Instant { workplace.now + .days(3) }

    func lead() async throws -> Lead.ID { try await workplace.lead() }

    func qualified() async throws -> Lead.ID {
        let id = try await lead()
        let levels: [String: Level] = ["need": .high, "urgency": .high, "fit": .high]
        try await app.perform(QualifyLead(lead: id, levels: levels, conclude: true), as: manager)
        return id
    }

    func offered() async throws -> Lead.ID {
        let id = try await qualified()
        try await app.perform(HandOffLead(lead: id, to: .person(Workplace.fay)), as: manager)
        return id
    }

    func rejected() async throws -> Lead.ID {
        let id = try await lead()
        try await app.perform(RejectLead(lead: id, reason: "No need"), as: manager)
        return id
    }

    func deal() async throws -> Opportunity.ID {
        let id = try await qualified()
        return try await app.perform(ConvertLeads(leads: [id], name: "Deal"), as: manager).opportunity
    }

    /// A kept draft of a small file.
    func draft(
        _ text: String = "name,source\nAda,Web form\n",
        _ edit: (inout ImportMapping) -> Void = { _ in }
    )
        async throws -> ImportRecord
    {
        var mapping = ImportMapping(name: "File")
        mapping.automatic = true
        edit(&mapping)
        let path = try bench.file(text)
        return try await bench.importer.keep(path, name: "file.csv", mapping: mapping, as: .system)
    }

    /// Runs a file of one row and throws what its row was refused for, as the page shows it.
    func row(_ text: String, _ edit: (inout ImportMapping) -> Void = { _ in }) async throws {
        let record = try await draft(text, edit)
        try await bench.importer.start(record.id, as: .system)
        try await bench.importer.run(record.id)
        guard let row = try await bench.rows(record.id, .refused).first else { return }
        throw Refusal(.invalid, row.code ?? "", row.sentence ?? "")
    }
}
