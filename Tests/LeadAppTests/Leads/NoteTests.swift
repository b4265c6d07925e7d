import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("What people write down")
struct NoteTests {
    @Test("A3: a note stands with its writer on the lead, open or closed, and changes nothing of its life")
    func note() async throws {
        let place = try await Workplace()
        let lead = try await place.lead()
        let before = try await place.detail(lead).lead
        place.advance(.hours(1))
        let text = String(repeating: "ü", count: AddNote.most / 2)
        let outcome = try await place.app.perform(
            AddNote(lead: lead, text: text),
            as: Workplace.actor(Workplace.manager)
        )
        #expect(outcome.version == before.version)
        #expect(try await place.detail(lead).lead == before)
        let kept = try #require(try await place.detail(lead).activities.last)
        #expect(kept.note == text && kept.channel == "note" && kept.by == Workplace.manager && kept.at == place.now)
        try await place.app.perform(RejectLead(lead: lead, reason: "No need"), as: .system)
        try await place.app.perform(AddNote(lead: lead, text: "Asked again"), as: Workplace.boss)
        #expect(try await place.detail(lead).activities.last?.note == "Asked again")
        #expect(try await place.check().holds)
    }

    @Test("A3: a note that says nothing, or more than is kept, is refused; so is one on a lead that one does not see")
    func refused() async throws {
        let place = try await Workplace()
        let lead = try await place.lead()
        for text in [" \n", String(repeating: "x", count: AddNote.most + 1), "a\0b"] {
            await #expect {
                try await place.app.perform(AddNote(lead: lead, text: text), as: Workplace.boss)
            } throws: { ($0 as? Refusal)?.issues.map(\.pointer) == ["/text"] }
        }
        await #expect {
            try await place.app.perform(AddNote(lead: lead, text: "Hello"), as: Workplace.actor(Workplace.fay))
        } throws: { code($0) == "not_found" }
        #expect(try await place.detail(lead).activities.isEmpty)
    }

    @Test("A3: a deal takes notes from whoever works it, each told once under the same key")
    func deal() async throws {
        let place = try await Workplace()
        let lead = try await place.lead()
        let levels: [String: Level] = ["need": .high, "urgency": .medium, "fit": .medium]
        try await place.app.perform(QualifyLead(lead: lead, levels: levels, conclude: true), as: .system)
        let convert = ConvertLeads(leads: [lead], name: "Deal", owner: Workplace.fay)
        let deal = try await place.app.perform(convert, as: .system).opportunity
        let fay = Workplace.actor(Workplace.fay)
        for _ in 0..<2 {
            try await place.app.perform(AddDealNote(opportunity: deal, text: " Wants a demo "), as: fay, key: "once")
        }
        let notes = try await place.app.fetch(OpportunityDetail(opportunity: deal), as: fay).notes
        #expect(notes.map(\.text) == ["Wants a demo"])
        #expect(notes.map(\.by) == [Workplace.fay])
        await #expect {
            try await place.app.perform(AddDealNote(opportunity: deal, text: " "), as: fay)
        } throws: { code($0) == "invalid_input" }
        await #expect {
            try await place.app.perform(AddDealNote(opportunity: deal, text: "x"), as: Workplace.actor(Workplace.ann))
        } throws: { ["not_found", "forbidden"].contains(code($0)) }
    }
}
