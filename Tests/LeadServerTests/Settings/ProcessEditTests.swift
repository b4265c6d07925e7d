import LeadApp
import LeadCore
import LeadStore
import Testing

@testable import LeadServer

@Suite("Editing the process")
struct ProcessEditTests {
    private func draft(_ edit: (inout ProcessDraft) -> Void = { _ in }) -> ProcessDraft {
        var draft = ProcessDraft(.standard, base: 1)
        edit(&draft)
        return draft
    }

    /// What a browser would send for a draft.
    private func form(_ draft: ProcessDraft) -> [(String, String)] {
        var fields = [("name", draft.name), ("base", draft.base.map { "\($0)" } ?? "")]
        for (index, step) in draft.steps.enumerated() {
            fields += [
                ("key-\(index)", step.key), ("label-\(index)", step.label), ("kind-\(index)", step.kind.rawValue),
                ("clock-\(index)", step.clock?.rawValue ?? ""), ("clockHours-\(index)", step.clockHours),
                ("step-\(index)", step.nextStep), ("stepHours-\(index)", step.nextStepHours),
            ]
            fields += step.moves.map { ("moves-\(index)", $0) } + step.requires.map { ("requires-\(index)", $0) }
        }
        return fields + draft.mapping.map { ("map-\($0.key)", $0.value) }
    }

    @Test("C5: a process goes into the form and comes out as it was, times of parts of an hour too")
    func roundTrip() throws {
        var process = LeadProcess.standard
        process.steps[0].clock = ClockTarget(.firstResponse, .minutes(15))
        process.steps[2].requires = [.company, .field("budget")]
        let read = ProcessDraft(SubmittedForm(fields: form(ProcessDraft(process, base: 4))))
        #expect(try read.process(fields: []) == process)
        #expect(read.base == 4)
    }

    @Test("C5: statuses are added under a key of their own, moved and removed with all moves to them")
    func acts() {
        var draft = draft()
        for key in ["demo_given", "demo_given_2"] {
            draft.newLabel = "Demo given!"
            draft.carryOut("add")
            #expect(draft.touched == key)
        }
        #expect(draft.steps.map(\.key).firstIndex(of: "demo_given") == 3)
        draft.carryOut("up:demo_given")
        #expect(draft.steps[2].key == "demo_given")
        draft.carryOut("down:demo_given")
        draft.carryOut("remove:attempted")
        #expect(!draft.steps.contains { $0.key == "attempted" || $0.moves.contains("attempted") })
        let before = draft.steps.map(\.key)
        for nonsense in ["", "up:open", "remove:nothing", "burn:open", "down:converted"] { draft.carryOut(nonsense) }
        #expect(draft.steps.map(\.key) == before)
    }

    @Test("C5: hours that cannot be read are said beside their field")
    func hours() {
        let draft = draft {
            $0.steps[0].clockHours = "soon"
            $0.steps[1].nextStepHours = "-3"
        }
        #expect {
            try draft.process(fields: [])
        } throws: { ($0 as? Refusal)?.issues.map(\.pointer) == ["/clockHours-0", "/stepHours-1"] }
    }

    @Test("C5: the editor shows faults and the drawing of what is edited, puts it in force, and asks for a mapping")
    func page() async throws {
        try await TestSite.run { site in
            let browser = try await Browser(site, "ada@example.com")
            let lead = try await site.lead("Rosa")
            let open = try await browser.get("/settings/process/edit")
            #expect(open.text.contains("No lead would be dropped."))
            let holed = draft {
                $0.steps[0].label = "<i>Start</i>"
                $0.steps[5].moves = []
            }
            let looked = try await browser.post("/settings/process/edit", form(holed) + [("do", "look")])
            #expect(looked.status == 200)
            #expect(looked.text.contains("Accepted is open but leads nowhere."))
            #expect(looked.text.contains("&lt;i&gt;Start&lt;/i&gt;") && !looked.text.contains("<i>Start"))
            let refused = try await browser.post("/settings/process/edit", form(holed) + [("do", "save")])
            #expect(refused.status == 422)
            let without = draft {
                $0.steps[0].key = "start"
                for index in $0.steps.indices {
                    $0.steps[index].moves = $0.steps[index].moves.map { $0 == "open" ? "start" : $0 }
                }
            }
            let homeless = try await browser.post("/settings/process/edit", form(without) + [("do", "save")])
            #expect(homeless.status == 422)
            #expect(homeless.text.contains("1 lead in Open"))
            let mapped = form(without) + [("map-open", "start"), ("do", "save")]
            #expect(try await browser.post("/settings/process/edit", mapped).status == 303)
            let detail = try await site.app.fetch(LeadDetail(lead: lead), as: .system)
            #expect(detail.lead.status == "start")
            #expect(
                detail.events.last { if case .moved = $0.event { true } else { false } }?.actor == site.administrator
            )
            #expect(try await browser.get("/leads/\(lead)").text.contains("The lead process was changed"))
            #expect(try await browser.get("/settings/process?version=1").text.contains("no longer in force"))
            #expect(try await browser.get("/settings/process?version=9").status == 404)
            let stale = try await browser.post("/settings/process/edit", form(draft()) + [("do", "save")])
            #expect(stale.status == 422)
        }
    }

    @Test("C9: a move on the board that misses something leads to where it can be supplied")
    func board() async throws {
        try await TestSite.run { site in
            try await ProcessAPITests.define(site) { $0.process.steps[2].requires = [.field("seats")] }
            let browser = try await Browser(site, "ada@example.com")
            let lead = try await site.lead("Rosa")
            let move = [("status", "in_process"), ("back", "/board")]
            let missed = try await browser.post("/leads/\(lead)/status-move", move)
            #expect(missed.headers["location"] == "/leads/\(lead)/fields?back=/board")
            let saved = try await browser.post("/leads/\(lead)/fields", [("field:seats", "7"), ("back", "/board")])
            #expect(saved.headers["location"] == "/board")
            #expect(try await browser.post("/leads/\(lead)/status-move", move).headers["location"] == "/board")
            #expect(try await site.app.fetch(LeadDetail(lead: lead), as: .system).lead.status == "in_process")
        }
    }

    @Test("C9: the gate's page asks for levels, a grade and fields, and the next version holds them")
    func gate() async throws {
        try await TestSite.run { site in
            try await ProcessAPITests.define(site)
            let browser = try await Browser(site, "ada@example.com")
            #expect(try await browser.get("/settings/gate").text.contains("Budget"))
            let sent = [
                ("need", "high"), ("money", "none"), ("grade", "good"), ("fields", "budget"), ("fields", "seats"),
            ]
            #expect(try await browser.post("/settings/gate", sent).status == 303)
            let gate = try await site.app.fetch(PolicyInForce(), as: .system).body.gate
            let minimum = Qualification(levels: [.need: .high, .money: .none])
            #expect(gate == Gate(version: 2, minimum: minimum, grade: .good, fields: ["budget", "seats"]))
            #expect(try await browser.post("/settings/gate", sent + [("base", "1")]).status == 422)
        }
    }

    @Test("A10: a lead that is typed in has its fields; what one cannot hold is said beside it")
    func newLead() async throws {
        try await TestSite.run { site in
            try await ProcessAPITests.define(site) { body in
                // A key that is also the name of another control.
                body.process.fields.append(FieldDefinition(key: "name", label: "Nick name", kind: .text))
            }
            let browser = try await Browser(site, "ada@example.com")
            let person = [("name", "Ann Lee"), ("source", "Web site"), ("productClass", "General")]
            let refused = try await browser.post("/leads", person + [("field:seats", "many")])
            #expect(refused.status == 422)
            #expect(refused.text.contains("#field-fields-seats"))
            let sent = person + [("field:seats", "7,5"), ("field:name", "Annie"), ("field:note", "")]
            let created = try await browser.post("/leads", sent)
            let id = try #require(
                created.headers["location"]?.split(separator: "/").last.flatMap { Lead.ID(String($0)) }
            )
            let detail = try await site.app.fetch(LeadDetail(lead: id), as: .system)
            #expect(detail.row.name == "Ann Lee")
            #expect(detail.fields.map(\.value) == [.number(75_000), .text("Annie")])
        }
    }

    @Test("C4: fields are defined on their page; the key stays, and a kind in use stays")
    func fields() async throws {
        try await TestSite.run { site in
            let browser = try await Browser(site, "ada@example.com")
            let sent = [("label", "Budget"), ("key", "budget"), ("kind", "money"), ("minimum", "100")]
            #expect(try await browser.post("/settings/fields", sent).status == 303)
            #expect(try await browser.post("/settings/fields", sent).status == 422)
            #expect(try await browser.post("/settings/fields", [("label", "X"), ("key", "Bad Key")]).status == 422)
            let lead = try await site.lead("Rosa")
            try await site.app.perform(SetLeadFields(lead: lead, values: ["budget": "500"]), as: .system)
            let other = [("label", "Budget"), ("kind", "text")]
            #expect(try await browser.post("/settings/fields/budget", other).status == 422)
            let renamed = [("label", "Money there"), ("key", "other"), ("kind", "money")]
            #expect(try await browser.post("/settings/fields/budget", renamed).status == 303)
            let field = try await site.app.fetch(PolicyInForce(), as: .system).body.process.fields
            #expect(field == [FieldDefinition(key: "budget", label: "Money there", kind: .money)])
            #expect(try await browser.get("/settings/fields/nothing").status == 404)
            #expect(try await browser.post("/settings/fields/budget/removal", []).status == 303)
            #expect(try await browser.get("/leads/\(lead)").text.contains("Money there") == false)
        }
    }

    @Test("only administrators edit the process, the fields and the gate")
    func rights() async throws {
        try await TestSite.run { site in
            let token = try await site.person(.manager).token
            let answer = try await site.client.call("PUT", "/v1/policy", token: token, json: "{}")
            #expect(answer.status == 403)
            await #expect {
                try await site.app.fetch(ProcessUses(), as: Actor(user: site.administrator, role: .manager))
            } throws: { ($0 as? Refusal)?.kind == .forbidden }
        }
    }
}

extension SubmittedForm {
    /// A form with these fields, as if it had been posted.
    fileprivate init(fields: [(String, String)]) {
        self.init()
        self.fields = fields.map { (name: $0.0, value: $0.1) }
    }
}
