import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Custom fields of leads")
struct LeadFieldsTests {
    static let ann = Workplace.actor(Workplace.ann)
    static let fields = [
        FieldDefinition(key: "budget", label: "Budget", kind: .money, minimum: "100"),
        FieldDefinition(key: "seats", label: "Seats", kind: .number),
        FieldDefinition(key: "size", label: "Size", kind: .choice, options: ["Small", "Large"]),
        FieldDefinition(key: "pilot", label: "Pilot", kind: .boolean),
        FieldDefinition(key: "decision_on", label: "Decision on", kind: .date),
    ]

    static func define(_ workplace: Workplace, _ edit: (inout PolicyBody) -> Void = { _ in }) async throws {
        var body = try await workplace.app.fetch(PolicyInForce(), as: .system).body
        body.process.fields = fields
        edit(&body)
        try await workplace.app.perform(SetPolicy(body: body), as: .system)
    }

    private func stored(_ workplace: Workplace, _ lead: Lead.ID) async throws -> [String: String] {
        let fields = try await workplace.detail(lead).fields
        return Dictionary(uniqueKeysWithValues: fields.map { ($0.key, $0.value.stored) })
    }

    @Test("C4: fields are filled, corrected and cleared; the ledger says which, never what")
    func setting() async throws {
        let workplace = try await Workplace()
        try await Self.define(workplace)
        let id = try await workplace.lead()
        try await workplace.app.perform(
            SetLeadFields(lead: id, values: ["budget": "1.500,50 €", "seats": "12", "size": "large"]),
            as: Self.ann
        )
        #expect(try await stored(workplace, id) == ["budget": "1500.50 EUR", "seats": "12", "size": "Large"])
        try await workplace.app.perform(SetLeadFields(lead: id, values: ["seats": "", "pilot": "yes"]), as: Self.ann)
        #expect(try await stored(workplace, id) == ["budget": "1500.50 EUR", "size": "Large", "pilot": "true"])
        let detail = try await workplace.detail(id)
        #expect(detail.fields.allSatisfy { $0.by == Workplace.ann })
        let lines = try await workplace.app.database.read { try $0.ledger(of: id) }.filter { $0.kind == "fields_set" }
        #expect(
            lines.map(\.details) == [
                #"{"cleared":[],"set":["budget","seats","size"]}"#, #"{"cleared":["seats"],"set":["pilot"]}"#,
            ]
        )
        #expect(try await workplace.check().holds)
    }

    @Test("C4: saying the same again changes nothing, and one wrong value refuses them all, each named")
    func refusal() async throws {
        let workplace = try await Workplace()
        try await Self.define(workplace)
        let id = try await workplace.lead()
        let set = SetLeadFields(lead: id, values: ["seats": "5"])
        let version = try await workplace.app.perform(set, as: Self.ann).version
        #expect(try await workplace.app.perform(set, as: Self.ann).version == version)
        let wrong = SetLeadFields(lead: id, values: ["seats": "6", "budget": "5", "size": "Huge", "colour": "red"])
        await #expect {
            try await workplace.app.perform(wrong, as: Self.ann)
        } throws: { error in
            (error as? Refusal)?.issues.map(\.pointer) == ["/fields/colour", "/fields/budget", "/fields/size"]
        }
        #expect(try await stored(workplace, id) == ["seats": "5"])
    }

    @Test("A10: capture brings fields; a second inquiry fills in what is missing and changes nothing that is known")
    func capture() async throws {
        let workplace = try await Workplace()
        try await Self.define(workplace)
        let id = try await workplace.lead { $0.fields = ["seats": "7"] }
        #expect(try await workplace.capture { $0.fields = ["seats": "9", "pilot": "no"] }.outcome == .joined)
        #expect(try await stored(workplace, id) == ["seats": "7", "pilot": "false"])
        let refused = try await workplace.capture {
            $0.email = "other@example.com"
            $0.fields = ["seats": "some"]
        }
        #expect(refused.outcome == .rejected)
        #expect(refused.refusal?.issues.map(\.pointer) == ["/fields/seats"])
        #expect(try await workplace.check().holds)
    }

    @Test("C9: a status and the gate see fields however they came, and every path is closed without them")
    func gate() async throws {
        let workplace = try await Workplace()
        try await Self.define(workplace) { body in
            body.gate.fields = ["budget"]
            body.process.steps[2].requires = [.company, .field("seats")]
        }
        let id = try await workplace.lead { $0.fields = ["seats": "7"] }
        let levels: [String: Level] = ["need": .high, "urgency": .medium, "fit": .medium]
        let move = MoveLead(lead: id, to: "in_process")
        #expect(try await workplace.app.perform(move, as: Self.ann).status == "in_process")
        let conclude = QualifyLead(lead: id, levels: levels, conclude: true)
        await #expect {
            try await workplace.app.perform(conclude, as: Self.ann)
        } throws: { error in
            let refusal = error as? Refusal
            return refusal?.code == "gate_not_passed" && refusal?.issues.map(\.pointer) == ["/fields/budget"]
        }
        try await workplace.app.perform(SetLeadFields(lead: id, values: ["budget": "5000"]), as: Self.ann)
        #expect(try await workplace.app.perform(conclude, as: Self.ann).status == "qualified")
        try await workplace.app.perform(HandOffLead(lead: id, to: .person(Workplace.fay)), as: Self.ann)
        let passed = try await workplace.detail(id).events.compactMap { event in
            if case .handedOff(let passed) = event.event { passed } else { nil }
        }
        #expect(passed.map(\.gateVersion) == [2])
        #expect(passed.first?.levels?.levels == [.need: .high, .urgency: .medium, .fit: .medium])
        #expect(passed.first?.fields == ["budget"])
        #expect(try await workplace.check().holds)
    }

    @Test("C4: a field with values keeps its kind, and is removed only where nobody asks for it")
    func definitions() async throws {
        let workplace = try await Workplace()
        try await Self.define(workplace) { $0.process.steps[2].requires = [.field("seats")] }
        let id = try await workplace.lead { $0.fields = ["seats": "7"] }
        await #expect {
            try await Self.define(workplace) { $0.process.fields[1].kind = .text }
        } throws: { ($0 as? Refusal)?.code == "field_in_use" }
        let body = try await workplace.app.fetch(PolicyInForce(), as: .system).body
        #expect { try body.removing(field: "seats") } throws: { ($0 as? Refusal)?.code == "field_required" }
        let without = try body.removing(field: "pilot")
        try await workplace.app.perform(SetPolicy(body: without), as: .system)
        #expect { try without.saving(Self.fields[1], isNew: true) } throws: {
            ($0 as? Refusal)?.issues.first?.pointer == "/key"
        }
        #expect(try await stored(workplace, id) == ["seats": "7"])
    }

    @Test("A10, A7: the company of somebody who came without one is named and described")
    func account() async throws {
        let workplace = try await Workplace()
        let other = try await workplace.lead()
        let id = try await workplace.lead {
            $0.email = "solo@example.com"
            $0.name = "Sol Lo"
            $0.company = nil
        }
        #expect(try await workplace.detail(id).row.incomplete == ["company"])
        var describe = DescribeAccount(lead: id)
        describe.company = "Solo Works"
        describe.industry = "Design"
        describe.employees = 3
        try await workplace.app.perform(describe, as: Workplace.actor(Workplace.manager))
        let detail = try await workplace.detail(id)
        #expect(detail.row.incomplete.isEmpty)
        #expect(detail.account.name == "Solo Works" && !detail.account.personal)
        #expect(detail.company.employees == 3)
        var filter = LeadFilter()
        filter.text = "solo works"
        #expect(try await workplace.app.fetch(LeadList(filter), as: .system).rows.map(\.id) == [id])
        describe.company = "Navy Ltd"
        await #expect {
            try await workplace.app.perform(describe, as: .system)
        } throws: { ($0 as? Refusal)?.code == "company_exists" }
        #expect(try await workplace.detail(other).account.name == "Navy Ltd")
        #expect(try await workplace.check().holds)
    }

    @Test("A7: a lead is no longer flagged once one of its people can be reached, and may then go on")
    func reach() async throws {
        let workplace = try await Workplace()
        try await Self.define(workplace) { $0.process.steps[2].requires = [.wayToReach] }
        let id = try await workplace.lead { $0.email = nil }
        #expect(try await workplace.detail(id).row.incomplete == ["way_to_reach"])
        let move = MoveLead(lead: id, to: "in_process")
        await #expect {
            try await workplace.app.perform(move, as: Self.ann)
        } throws: { ($0 as? Refusal)?.issues.map(\.pointer) == ["/contacts"] }
        var person = Inquiry()
        person.name = "Jean Bartik"
        person.phone = "+49 30 1234567"
        try await workplace.app.perform(LinkContact(lead: id, person: person, role: .influencer), as: Self.ann)
        #expect(try await workplace.detail(id).row.incomplete.isEmpty)
        #expect(try await workplace.app.perform(move, as: Self.ann).status == "in_process")
    }

    @Test("J3: fields go out in the exported file as columns of their own")
    func export() async throws {
        let workplace = try await Workplace()
        try await Self.define(workplace)
        _ = try await workplace.lead { $0.fields = ["seats": "7.5", "pilot": "yes"] }
        let lines = Lines()
        _ = try await workplace.app.fetch(ExportTable(.leads, as: .csv) { lines.add($0) }, as: .system)
        let table = PlainCSV.records(lines.text)
        let row = Dictionary(uniqueKeysWithValues: zip(table[0], table[1]))
        #expect(row["field:seats"] == "7.5")
        #expect(row["field:pilot"] == "true")
        #expect(row["field:budget"] == "")
        let json = Lines()
        _ = try await workplace.app.fetch(ExportTable(.leads, as: .ndjson) { json.add($0) }, as: .system)
        #expect(json.text.contains(#""field:pilot":true"#))
    }
}
