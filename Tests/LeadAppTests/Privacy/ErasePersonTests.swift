import Foundation
import LeadApp
import LeadCore
import LeadInsight
import LeadStore
import Testing

@Suite("Erasing a person")
struct ErasePersonTests {
    private static let administrator = Actor(user: Workplace.manager, role: .administrator)
    /// Everything that is the person's own, in the small letters that all is compared in.
    private static let markers = ["zorbulak", "xanthippe", "555019283", "qwertzu"]

    /// A workspace in which one person has left traces wherever there is room for them.
    private func place() async throws -> (Workplace, Lead.ID, Contact.ID) {
        let place = try await Workplace()
        _ = try await place.app.perform(SaveCampaign(name: "Spring"), as: .system)
        let id = try await place.lead { inquiry in
            inquiry.name = "Xanthippe Zorbulak"
            inquiry.email = "x.zorbulak@mail.example"
            inquiry.phone = "+49 171 555019283"
            inquiry.company = nil
            inquiry.title = "Head of Qwertzu"
            inquiry.message = "Qwertzu calling"
            inquiry.externalID = "crm-zorbulak"
            inquiry.campaign = "Spring"
        }
        let contact = try #require(try await place.detail(id).people.first).contact.id
        try await work(place, id)
        try await strand(place)
        return (place, id, contact)
    }

    private func work(_ place: Workplace, _ id: Lead.ID) async throws {
        let boss = Workplace.boss
        let next = NextStep(what: "Ring Zorbulak on 0171 555019283", dueAt: place.now + .days(1))
        let attempt = Attempt(channel: .phone, outcome: .reached)
        try await place.app.perform(
            LogAttempt(lead: id, attempt: attempt, note: "Xanthippe is nice", next: next),
            as: boss
        )
        let levels: [String: Level] = ["need": .high, "urgency": .medium, "fit": .medium, "money": .medium]
        try await place.app.perform(
            QualifyLead(
                lead: id,
                levels: levels,
                evidence: ["need": "Zorbulak said so"],
                grade: .good,
                reason: "I trust Xanthippe",
                conclude: true
            ),
            as: boss
        )
        try await place.app.perform(HandOffLead(lead: id, to: .person(Workplace.fay), note: "For Xanthippe"), as: boss)
        var anyReason = PolicyBody.standard
        anyReason.declineReasons = []
        try await place.app.perform(SetPolicy(body: anyReason), as: .system)
        try await place.app.perform(DeclineLead(lead: id, reason: "Zorbulak is my aunt"), as: boss)
        let deal = try await place.app.perform(
            ConvertLeads(leads: [id], name: "Scanner for Xanthippe Zorbulak", owner: Workplace.fay),
            as: boss
        ).opportunity
        let loss = OpportunityEvent.Loss(reason: "Zorbulak went away", competitor: "Qwertzu & Sons", rank: 2)
        try await place.app.perform(LoseOpportunity(opportunity: deal, loss: loss), as: boss)
        try await place.app.perform(SaveView(name: "Aunt", query: "q=Xanthippe+Zorbulak"), as: boss)
    }

    /// What came in and belongs to nobody.
    private func strand(_ place: Workplace) async throws {
        let bad = CaptureLead(
            raw: Array("email=x.zorbulak%40mail.example&source=".utf8),
            contentType: "application/x-www-form-urlencoded",
            channel: .api,
            inquiry: Inquiry()
        )
        _ = try? await place.app.perform(bad, as: .system)
    }

    @Test("DESIGN 1: no column of any table and no byte of the file holds anything of an erased person")
    func gone() async throws {
        let (place, _, contact) = try await place()
        let before = try await traces(in: place)
        #expect(before.count >= 12, "the person has to be there first, not only in \(before)")
        let outcome = try await place.app.perform(
            ErasePerson(contact: contact, confirmation: " xanthippe zorbulak "),
            as: Self.administrator
        )
        #expect(outcome.leads.count == 1)
        #expect(try await traces(in: place) == [])
        let text = try await wholeFile(of: place).lowercased()
        #expect(text.contains("erased person"))
        for marker in Self.markers { #expect(!text.contains(marker), "\(marker) is still in the file") }
    }

    /// The bytes of the database once its log is worked into it, as when the server stops.
    private func wholeFile(of place: Workplace) async throws -> String {
        let copy = FileManager.default.temporaryDirectory.appending(path: "baton-erased-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: copy) }
        try FileManager.default.copyItem(at: place.directory, to: copy)
        let path = copy.appending(path: "baton.sqlite")
        for _ in 0..<2 { _ = try await App.open(sqlite: path.path).fetch(CheckInvariants(), as: .system) }
        return String(decoding: try Data(contentsOf: path), as: UTF8.self)
    }

    /// The columns that hold a marker, once for each cell.
    private func traces(in place: Workplace) async throws -> [String] {
        try await place.app.database.read { snapshot in
            let tables = try snapshot.all(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE '%VIRTUAL%'"
            ) { row in try row.next() as String }
            var found: [String] = []
            for table in tables {
                let columns = try snapshot.all("SELECT name FROM pragma_table_info(\(table))") { row in
                    try row.next() as String
                }
                for column in columns {
                    try snapshot.each("SELECT CAST(\(raw: "\"\(column)\"") AS BLOB) FROM \(raw: "\"\(table)\"")") {
                        row in
                        guard let bytes = try row.next() as [UInt8]? else { return }
                        let text = String(decoding: bytes, as: UTF8.self).lowercased()
                        if Self.markers.contains(where: text.contains) { found.append("\(table).\(column)") }
                    }
                }
            }
            return found
        }
    }

    @Test("X3, F5: after an erasure the seven invariants hold and every report's figures are the same")
    func counts() async throws {
        let (place, id, contact) = try await place()
        let other = try await place.lead("Ada Lovelace", "Engine")
        let before = try await figures(place)
        let responses = try await place.responses()
        let lines = try await place.app.database.read { try $0.wholeDetails().map(\.details) }
        try await erase(contact, place)
        #expect(try await figures(place) == before)
        #expect(try await place.responses() == responses)
        #expect(try await place.app.database.read { try $0.wholeDetails().map(\.details) } == lines)
        let check = try await place.check()
        #expect(check.holds, "\(check.findings.filter { !$0.holds }.map(\.violations))")
        let detail = try await place.detail(id)
        #expect(detail.row.name == "Erased person")
        #expect(detail.row.account == nil)
        #expect(detail.activities.contains { $0.note == "A person on this lead was erased at their wish." })
        #expect(try await place.detail(other).row.name == "Ada Lovelace")
    }

    @Test("F1: an open lead of an erased person stays with its owner, a step to do and a running clock")
    func custody() async throws {
        let place = try await Workplace()
        let id = try await place.lead("Grace Hopper", "Navy")
        let next = NextStep(what: "Ring Grace", dueAt: place.now + .days(1))
        try await place.app.perform(SetNextStep(lead: id, next: next), as: Workplace.boss)
        let before = try await place.detail(id).lead
        let contact = try #require(try await place.detail(id).people.first).contact.id
        try await erase(contact, place, "Grace Hopper")
        let after = try await place.detail(id).lead
        #expect((after.owner, after.status, after.clocks.count) == (before.owner, before.status, before.clocks.count))
        #expect(after.nextStep == NextStep(what: LedgerText.erased, dueAt: next.dueAt))
        var filter = LeadFilter()
        for text in ["grace", "hopper", "Navy"] {
            filter.text = text
            let found = try await place.app.fetch(LeadList(filter), as: Workplace.boss).rows.map(\.id)
            #expect(found == (text == "Navy" ? [id] : []), "\(text)")
        }
        #expect(try await place.check().holds)
        let again = try await place.lead("Grace Hopper", "Navy")
        #expect(again == id, "the company has this open lead")
        #expect(try await place.detail(id).people.count == 2, "but she is somebody new")
    }

    @Test("DESIGN 4, invariant 7: the same arrival, sent again after the erasure, is known and brings nobody back")
    func sealed() async throws {
        let place = try await Workplace()
        let send: @Sendable () async throws -> Captured = { try await place.capture { $0.externalID = "crm-grace" } }
        let lead = try #require(try await send().lead)
        let contact = try #require(try await place.detail(lead).people.first).contact.id
        try await erase(contact, place, "Grace Hopper")
        let again = try await send()
        #expect(again.wasKnown && again.lead == lead)
        #expect(try await place.detail(lead).row.name == "Erased person")
    }

    @Test("J6: only administrators erase, only with the name typed, once; the audit tells it by id alone")
    func refusals() async throws {
        let (place, _, contact) = try await place()
        let right = ErasePerson(contact: contact, confirmation: "Xanthippe Zorbulak")
        await #expect { try await place.app.perform(right, as: Workplace.boss) } throws: { code($0) == "not_permitted" }
        await #expect {
            try await place.app.fetch(PersonExport(contact: contact), as: Workplace.boss)
        } throws: { code($0) == "not_permitted" }
        let wrong = ErasePerson(contact: contact, confirmation: "Xanthippe")
        await #expect { try await place.app.perform(wrong, as: Self.administrator) } throws: {
            code($0) == "erasure_not_confirmed" && ($0 as? Refusal)?.issues.map(\.pointer) == ["/confirmation"]
        }
        await #expect {
            try await place.app.perform(ErasePerson(contact: 4711, confirmation: "x"), as: Self.administrator)
        } throws: { code($0) == "not_found" }
        try await place.app.perform(right, as: Self.administrator)
        let twice = try await place.app.perform(right, as: Self.administrator)
        #expect(twice.leads.isEmpty)
        let lines = try await place.app.fetch(AuditList(), as: Self.administrator).lines.filter {
            $0.command == ErasePerson.name
        }
        #expect(lines.contains { $0.subject == "contact:\(contact)" && $0.refused == nil })
        #expect(lines.contains { $0.refused == "erasure_not_confirmed" })
    }

    @Test("J6: the export of a person holds all that the database does")
    func export() async throws {
        let (place, id, contact) = try await place()
        let file = try await place.app.fetch(PersonExport(contact: contact), as: Self.administrator)
        #expect(file.contacts.map(\.email) == ["x.zorbulak@mail.example"])
        #expect(file.leads.map(\.id) == [id])
        #expect(file.leads[0].texts.contains("Zorbulak is my aunt"))
        #expect(file.leads[0].evidence == ["Zorbulak said so"])
        #expect(file.responses.count == 1)
        #expect(file.arrivals.count == 1)
        #expect(file.activities.contains { $0.note == "Xanthippe is nice" })
        #expect(file.deals.count == 1)
        #expect(file.keys.contains { $0.key.contains("x.zorbulak") || $0.key.contains("xzorbulak") })
        try await erase(contact, place)
        let blank = try await place.app.fetch(PersonExport(contact: contact), as: Self.administrator)
        #expect("\(blank)".lowercased().contains("zorbulak") == false)
    }

    private func erase(_ contact: Contact.ID, _ place: Workplace, _ name: String = "Xanthippe Zorbulak") async throws {
        try await place.app.perform(ErasePerson(contact: contact, confirmation: name), as: Self.administrator)
    }

    /// Every report as figures: what is typed is left out, since that is what goes.
    private func figures(_ place: Workplace) async throws -> [String: [String]] {
        var figures: [String: [String]] = [:]
        for name in ReportName.allCases {
            let report = try await place.app.fetch(FetchReport(name), as: .system).report
            figures[name.rawValue] = report.tables.map { table in
                "\(table.rows.map { row in row.filter { if case .text = $0 { name != .losses } else { true } } })"
            }
        }
        return figures
    }
}
