import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("A new version of the process")
struct ProcessMigrationTests {
    static let ann = Workplace.actor(Workplace.ann)

    /// The body in force, edited.
    private func body(_ workplace: Workplace, _ edit: (inout PolicyBody) -> Void) async throws -> PolicyBody {
        var body = try await workplace.app.fetch(PolicyInForce(), as: .system).body
        edit(&body)
        return body
    }

    private func remove(_ status: Status, from process: inout LeadProcess) {
        process.steps.removeAll { $0.status == status }
        for index in process.steps.indices { process.steps[index].moves.removeAll { $0 == status } }
    }

    private func refusal(_ body: () async throws -> Void) async -> Refusal? {
        do {
            try await body()
            return nil
        } catch { return error as? Refusal }
    }

    @Test("C5: leads of a status that is gone move with the version, in the ledger, custody intact")
    func moves() async throws {
        let workplace = try await Workplace()
        let called = try await workplace.lead()
        let fresh = try await workplace.lead {
            $0.email = "ada@lovelace.example"
            $0.name = "Ada Lovelace"
            $0.company = "Engines Ltd"
        }
        try await workplace.app.perform(
            LogAttempt(lead: called, attempt: Attempt(channel: .phone, outcome: .noAnswer)),
            as: Self.ann
        )
        workplace.advance(.hours(2))
        let before = try await workplace.detail(called).lead
        let body = try await body(workplace) { remove("attempted", from: &$0.process) }

        let refused = await refusal { try await workplace.app.perform(SetPolicy(body: body), as: .system) }
        #expect(refused?.code == "statuses_in_use")
        #expect(refused?.issues == [.init("/mapping/attempted", "1 lead is (1 open) in Attempted contact.")])
        #expect(try await workplace.app.fetch(PolicyInForce(), as: .system).version == 1)
        #expect(try await workplace.detail(called).lead == before)

        let set = SetPolicy(body: body, mapping: ["attempted": "in_process"], base: 1)
        #expect(try await workplace.app.perform(set, as: .system) == 2)
        let detail = try await workplace.detail(called)
        #expect(detail.lead.status == "in_process")
        #expect(detail.lead.owner == before.owner)
        #expect(detail.lead.clocks.map(\.kind) == [.qualification])
        #expect(detail.lead.nextStep?.what == "Complete the qualification")
        #expect(detail.events.last { if case .moved = $0.event { true } else { false } }?.policy == 2)
        #expect(detail.events.first?.policy == 1)
        #expect(try await workplace.detail(fresh).lead.status == "open")
        #expect(try await workplace.check().holds)
    }

    @Test("C5: closed leads keep what they were closed as")
    func closed() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        try await workplace.app.perform(RejectLead(lead: id, reason: "No need"), as: Self.ann)
        let body = try await body(workplace) { body in
            for index in body.process.steps.indices where body.process.steps[index].status == "not_qualified" {
                body.process.steps[index].status = "no_buyer"
            }
            for index in body.process.steps.indices {
                body.process.steps[index].moves = body.process.steps[index].moves.map {
                    $0 == "not_qualified" ? "no_buyer" : $0
                }
            }
        }
        for place in ["lost", "open"] {
            let set = SetPolicy(body: body, mapping: ["not_qualified": place])
            #expect(
                await refusal { try await workplace.app.perform(set, as: .system) }?.code == "mapping_changes_meaning"
            )
        }
        try await workplace.app.perform(SetPolicy(body: body, mapping: ["not_qualified": "no_buyer"]), as: .system)
        let lead = try await workplace.detail(id).lead
        #expect(lead.status == "no_buyer")
        #expect(lead.kind == .rejected)
        #expect(lead.reason == "No need")
        #expect(try await workplace.check().holds)
    }

    @Test("C5: a status that comes to mean that a lead is closed closes none")
    func meaning() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        try await workplace.app.perform(
            LogAttempt(lead: id, attempt: Attempt(channel: .phone, outcome: .noAnswer)),
            as: Self.ann
        )
        let body = try await body(workplace) { $0.process.steps[1].kind = .rejected }
        let refused = await refusal { try await workplace.app.perform(SetPolicy(body: body), as: .system) }
        #expect(refused?.code == "mapping_changes_meaning")
        #expect(try await workplace.detail(id).lead.kind == .working)
        try await workplace.app.perform(SetPolicy(body: body, mapping: ["attempted": "in_process"]), as: .system)
        #expect(try await workplace.detail(id).lead.status == "in_process")
        #expect(try await workplace.check().holds)
    }

    @Test("C5: a mapping with a slip is refused rather than half followed")
    func slips() async throws {
        let workplace = try await Workplace()
        let body = try await body(workplace) { _ in }
        for mapping in [["open": "in_process"], ["gone": "nowhere"]] {
            let set = SetPolicy(body: body, mapping: mapping)
            #expect(await refusal { try await workplace.app.perform(set, as: .system) }?.code == "mapping_does_not_fit")
        }
    }

    @Test("C5: a version made from an older one than is in force does not undo what came between")
    func base() async throws {
        let workplace = try await Workplace()
        let body = try await body(workplace) { $0.currency = "CHF" }
        try await workplace.app.perform(SetPolicy(body: body, base: 1), as: .system)
        #expect(
            await refusal { try await workplace.app.perform(SetPolicy(body: body, base: 1), as: .system) }?.code
                == "version_mismatch"
        )
        let versions = try await workplace.app.fetch(PolicyVersions(), as: .system)
        #expect(versions.lines.map(\.version) == [2, 1])
        #expect(try await workplace.app.fetch(PolicyVersion(version: 1), as: .system).currency == "EUR")
    }

    @Test("C9: the gate's version rises when it asks for something else, and not otherwise")
    func gateVersion() async throws {
        let workplace = try await Workplace()
        try await workplace.app.perform(SetPolicy(body: try await body(workplace) { $0.currency = "CHF" }), as: .system)
        #expect(try await workplace.app.fetch(PolicyInForce(), as: .system).body.gate.version == 1)
        let stricter = try await body(workplace) { $0.gate.grade = .good }
        try await workplace.app.perform(SetPolicy(body: stricter), as: .system)
        #expect(try await workplace.app.fetch(PolicyInForce(), as: .system).body.gate.version == 2)
        let unknown = try await body(workplace) { $0.gate.fields = ["budget"] }
        #expect(
            await refusal { try await workplace.app.perform(SetPolicy(body: unknown), as: .system) }?.code
                == "gate_cannot_be_passed"
        )
    }
}
