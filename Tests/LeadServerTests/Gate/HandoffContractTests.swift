import Foundation
import LeadApp
import LeadCore
import LeadStore
import Testing

/// Requirement X6: whichever way somebody tries, a lead under the gate does not get to sales, and a lead that does says under
/// which version of the gate and with what evidence.
@Suite("The handoff contract on every path")
struct HandoffContractTests {
    /// A way on which a lead could slip to sales.
    enum Path: String, CaseIterable, CustomTestStringConvertible {
        case handoffPage, qualificationPage, conversionPage
        case dragToQualified, dragToHandedOff, dragToAccepted, dragToConverted
        case handoffAPI, statusAPI, qualificationAPI, acceptanceAPI, atVersion
        case conversionAPI, conversionOfSeveral, lateLeadAPI
        case captureAPI, batchAPI, importOfLeads
        case declineWithoutOffer, undoneConversion, undoneMerge, reopening, waking
        case processMapping, stricterMapping, timers, system

        var testDescription: String { rawValue }
    }

    private struct Scene {
        var site: TestSite
        var lead: Lead.ID
        var token: String
        var browser: Browser

        @discardableResult
        func post(_ path: String, _ json: String = "{}", _ headers: [String: String] = [:]) async throws -> TestResponse
        {
            try await site.client.call("POST", "/v1/\(path)", token: token, json: json, headers: headers)
        }

        func drag(to status: String) async throws {
            _ = try await browser.post("/leads/\(lead)/status-move", [("status", status), ("back", "/board")])
        }

        /// What is refused is refused; what is not has to leave the lead where it may be.
        func attempt<C: Command>(_ command: C, as actor: Actor = .system) async throws {
            do { try await site.app.perform(command, as: actor) } catch is Refusal {}
        }

        func file(_ text: String) async throws -> (Importer, ImportRecord) {
            let folder = FileManager.default.temporaryDirectory.appending(path: "gate-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let file = folder.appending(path: "file.csv")
            try Data(text.utf8).write(to: file)
            var mapping = ImportMapping(name: "File")
            mapping.automatic = true
            let importer = Importer(app: site.app, folder: folder.path)
            let draft = try await importer.keep(file.path, name: "file.csv", mapping: mapping, as: .system)
            try await importer.start(draft.id, as: .system)
            return (importer, try await importer.run(draft.id))
        }
    }

    private func take(_ path: Path, _ scene: Scene) async throws {
        let (site, lead) = (scene.site, scene.lead)
        switch path {
        case .handoffPage:
            let form = [("to", "person:\(site.administrator)")]
            #expect(try await scene.browser.post("/leads/\(lead)/handoff", form).status == 422)
        case .qualificationPage:
            let form = [("need", "high"), ("conclude", "yes")]
            #expect(try await scene.browser.post("/leads/\(lead)/qualification", form).status == 422)
        case .conversionPage:
            #expect(try await scene.browser.post("/leads/\(lead)/conversion", [("name", "Deal")]).status == 422)
        case .dragToQualified: try await scene.drag(to: "qualified")
        case .dragToHandedOff: try await scene.drag(to: "handed_off")
        case .dragToAccepted: try await scene.drag(to: "accepted")
        case .dragToConverted: try await scene.drag(to: "converted")
        case .handoffAPI:
            let json = #"{"to":"person:\#(site.administrator)"}"#
            #expect(try await scene.post("leads/\(lead)/handoff", json).status == 409)
        case .statusAPI:
            for status in ["qualified", "handed_off", "accepted", "converted"] {
                #expect(try await scene.post("leads/\(lead)/status", #"{"status":"\#(status)"}"#).status == 409)
            }
        case .qualificationAPI:
            let json = #"{"levels":{"urgency":"high"},"grade":"hot","reason":"I say so","conclude":true}"#
            let answer = try await scene.post("leads/\(lead)/qualification", json)
            #expect(answer.status == 409)
            #expect(answer.json["code"].text == "gate_not_passed")
        case .acceptanceAPI: #expect(try await scene.post("leads/\(lead)/acceptance").status == 409)
        case .atVersion:
            let version = try await site.app.fetch(LeadDetail(lead: lead), as: .system).lead.version
            let json = #"{"to":"person:\#(site.administrator)"}"#
            #expect(try await scene.post("leads/\(lead)/handoff", json, ["If-Match": "\"\(version)\""]).status == 409)
        case .conversionAPI:
            #expect(try await scene.post("opportunities", #"{"leads":["\#(lead)"],"name":"Deal"}"#).status == 409)
        case .conversionOfSeveral:
            let ready = try await qualified("Ready", site)
            let json = #"{"leads":["\#(ready)","\#(lead)"],"name":"Deal","otherAccounts":true}"#
            #expect(try await scene.post("opportunities", json).status == 409)
        case .lateLeadAPI:
            let deal = try await site.deal("Other", amount: 100)
            let json = #"{"lead":"\#(lead)","otherAccounts":true}"#
            #expect(try await scene.post("opportunities/\(deal)/leads", json).status == 409)
        case .captureAPI:
            let json = #"{"name":"Weak","email":"weak@customer.example","source":"Web form","status":"accepted"}"#
            #expect(try await scene.post("leads", json).status == 422)
        case .batchAPI:
            let json =
                #"{"items":[{"name":"Weak","email":"weak@customer.example","source":"Web form","status":"accepted"}]}"#
            _ = try await scene.post("leads:batch", json)
        case .importOfLeads:
            // A row about the same lead joins it; what the file says of its status is no pass.
            _ = try await scene.file(
                "name,email,company,source,status\nWeak,weak@customer.example,Weak Ltd,Web form,Accepted\n"
            )
        case .declineWithoutOffer:
            #expect(try await scene.post("leads/\(lead)/decline", #"{"reason":"No"}"#).status == 409)
        case .undoneConversion, .undoneMerge, .reopening, .waking: try await goBack(path, scene)
        case .processMapping, .stricterMapping: try await migrate(path, scene)
        case .timers:
            site.clock.advance(.days(60))
            while try await site.app.perform(BreachDueClocks(limit: 100), as: .system) > 0 {}
        case .system:
            try await scene.attempt(HandOffLead(lead: lead, to: .person(site.administrator)))
            try await scene.attempt(ConvertLeads(leads: [lead], name: "Deal"))
            try await scene.attempt(AcceptLead(lead: lead))
        }
    }

    /// Ways on which a lead comes back from where it was: it comes back as it was, not further.
    private func goBack(_ path: Path, _ scene: Scene) async throws {
        let (site, lead) = (scene.site, scene.lead)
        switch path {
        case .undoneMerge:
            let other = try await qualified("Ready", site)
            let merge = MergeLeads(survivor: other, merged: [lead], otherAccounts: true)
            try await site.app.perform(merge, as: .system)
            try await site.app.perform(UndoMerge(lead: lead), as: .system)
        case .undoneConversion:
            let deal = try await site.deal("Other", amount: 100)
            try await scene.attempt(AddLeadToOpportunity(opportunity: deal, lead: lead, otherAccounts: true))
            try await site.app.perform(UndoConversion(opportunity: deal, confirmed: true), as: .system)
        case .reopening:
            try await site.app.perform(RejectLead(lead: lead, reason: "No budget"), as: .system)
            try await site.app.perform(ReopenLead(lead: lead, reason: "Called again"), as: .system)
            try await scene.attempt(HandOffLead(lead: lead, to: .person(site.administrator)))
        default:
            let wakeAt = site.clock.now + .days(30)
            try await site.app.perform(RecycleLead(lead: lead, reason: "Not now, later", wakeAt: wakeAt), as: .system)
            try await scene.drag(to: "qualified")
            try await site.app.perform(WakeLead(lead: lead), as: .system)
        }
    }

    private func migrate(_ path: Path, _ scene: Scene) async throws {
        var body = try await scene.site.app.fetch(PolicyInForce(), as: .system).body
        let here = try await scene.site.app.fetch(LeadDetail(lead: scene.lead), as: .system).lead.status
        body.process.steps.removeAll { $0.status == here }
        for index in body.process.steps.indices { body.process.steps[index].moves.removeAll { $0 == here } }
        let places = path == .processMapping ? ["handed_off", "accepted", "converted"] : ["qualified"]
        for place in places { try await scene.attempt(SetPolicy(body: body, mapping: [here.rawValue: place])) }
    }

    private func qualified(_ name: String, _ site: TestSite) async throws -> Lead.ID {
        let lead = try await site.lead(name)
        let levels: [String: Level] = ["need": .high, "urgency": .medium, "fit": .medium]
        try await site.app.perform(QualifyLead(lead: lead, levels: levels, conclude: true), as: .system)
        return lead
    }

    private func events(_ lead: Lead.ID, _ site: TestSite) async throws -> [LeadEvent] {
        try await site.app.database.read { try $0.ledger(of: lead).map { try $0.leadEvent() } }
    }

    @Test("X6: a lead under the gate gets to sales on no path", arguments: Path.allCases)
    func closed(_ path: Path) async throws {
        try await TestSite.run { site in
            let lead = try await site.lead("Weak")
            let qualify = QualifyLead(lead: lead, levels: ["need": .high, "urgency": .low])
            try await site.app.perform(qualify, as: .system)
            let reached = Attempt(channel: .phone, outcome: .reached)
            try await site.app.perform(LogAttempt(lead: lead, attempt: reached), as: .system)
            let scene = Scene(
                site: site,
                lead: lead,
                token: try await site.administratorToken,
                browser: try await Browser(site, "ada@example.com")
            )
            try await take(path, scene)
            let state = try await site.app.fetch(LeadDetail(lead: lead), as: .system).lead
            #expect([.new, .working, .nurture].contains(state.kind), "it is \(state.kind)")
            #expect(state.offer == nil && state.opportunity == nil)
            for event in try await events(lead, site) {
                switch event {
                case .handedOff, .accepted, .converted: Issue.record("\(event)")
                case .moved(let moved): #expect(![.qualified, .handed, .accepted, .converted].contains(moved.kind))
                default: break
                }
            }
            #expect(try await site.app.fetch(CheckInvariants(), as: .system).holds)
        }
    }

    /// A way on which a lead rightly passes.
    enum Passage: CaseIterable { case page, api, conversion, lateLead }

    @Test("X6, C9: each pass stores the version of the gate and what was shown", arguments: Passage.allCases)
    func passes(_ passage: Passage) async throws {
        try await TestSite.run { site in
            var body = try await site.app.fetch(PolicyInForce(), as: .system).body
            body.gate.minimum.levels[.urgency] = .medium
            try await site.app.perform(SetPolicy(body: body), as: .system)
            let lead = try await qualified("Ready", site)
            let token = try await site.administratorToken
            let to = "person:\(site.administrator)"
            switch passage {
            case .page:
                let browser = try await Browser(site, "ada@example.com")
                #expect(try await browser.post("/leads/\(lead)/handoff", [("to", to)]).status == 303)
            case .api:
                let json = #"{"to":"\#(to)"}"#
                let answer = try await site.client.call("POST", "/v1/leads/\(lead)/handoff", token: token, json: json)
                #expect(answer.status == 200)
            case .conversion: try await site.app.perform(ConvertLeads(leads: [lead], name: "Deal"), as: .system)
            case .lateLead:
                let deal = try await site.deal("Other", amount: 100)
                let add = AddLeadToOpportunity(opportunity: deal, lead: lead, otherAccounts: true)
                try await site.app.perform(add, as: .system)
            }
            let timeline = try await site.client.call("GET", "/v1/leads/\(lead)/timeline", token: token).json
            let kinds = ["handed_off", "converted"]
            let pass = timeline["items"].items.filter { $0["kind"].text.map(kinds.contains) == true }
            #expect(pass.count == 1)
            #expect(pass.first?["details"]["gate"].number == 2)
            #expect(pass.first?["details"]["levels"]["need"].text == "high")
            #expect(pass.first?["details"]["levels"]["urgency"].text == "medium")
        }
    }

    @Test(
        "X6: what a file says was with sales is history: it says so, names no gate, and passes ours before it goes on"
    )
    func history() async throws {
        try await TestSite.run { site in
            let rows = ["Handed off", "Accepted", "Converted"].enumerated().map { number, status in
                "Old \(number),old\(number)@old.example,Old Firm \(number),Web form,\(status)\n"
            }
            let token = try await site.administratorToken
            let browser = try await Browser(site, "ada@example.com")
            let scene = Scene(site: site, lead: try await site.lead("Other"), token: token, browser: browser)
            let (_, record) = try await scene.file("name,email,company,source,status\n" + rows.joined())
            #expect(record.tally[.created] == 3)
            let leads = try await site.app.fetch(LeadList(.init()), as: .system).rows.filter {
                $0.account?.hasPrefix("Old") == true
            }
            #expect(leads.count == 3)
            for row in leads {
                for event in try await events(row.id, site) {
                    switch event {
                    case .moved(let moved): #expect(moved.imported == true)
                    case .converted(let converted): #expect(converted.passed == nil)
                    case .handedOff, .accepted: Issue.record("\(event) was no act of ours")
                    default: break
                    }
                }
                let page = try await browser.get("/leads/\(row.id)?timeline=all").text
                #expect(page.contains("no gate was passed here"))
            }
            let offered = try #require(leads.first { $0.kind == .handed }).id
            let back = try await scene.post("leads/\(offered)/status", #"{"status":"qualified"}"#)
            #expect(back.json["code"].text == "gate_not_passed")
            #expect(try await scene.post("leads/\(offered)/acceptance").status == 409)
        }
    }
}
