import LeadApp
import LeadCore
import LeadInsight
import LeadStore
import Testing

@Suite("Merged leads")
struct MergeLeadsTests {
    /// Two leads that turn out to be one: Grace of Navy, and Jean who wrote without a company.
    private func pair(_ workplace: Workplace) async throws -> (survivor: Lead.ID, merged: Lead.ID) {
        try await workplace.app.perform(SaveCampaign(name: "Fair"), as: .system)
        let survivor = try await workplace.lead("Grace Hopper", "Navy", campaign: "Fair")
        let merged = try await workplace.lead {
            $0.name = "Jean Bartik"
            $0.email = "jean@home.example"
            $0.company = nil
            $0.campaign = "Fair"
            $0.message = "Please call"
            $0.value = Money(minor: 5_000_00, currency: "EUR")
        }
        workplace.advance(.hours(1))
        try await workplace.app.perform(
            LogAttempt(lead: merged, attempt: Attempt(channel: .phone, outcome: .reached), note: "Wants ten"),
            as: Workplace.boss
        )
        try await workplace.app.perform(
            QualifyLead(lead: merged, levels: ["need": .high], evidence: ["need": "Line stands still"]),
            as: Workplace.boss
        )
        workplace.advance(.hours(1))
        return (survivor, merged)
    }

    private func merge(_ survivor: Lead.ID, _ merged: Lead.ID, _ workplace: Workplace) async throws {
        try await workplace.app.perform(
            MergeLeads(survivor: survivor, merged: [merged], otherAccounts: true),
            as: Workplace.boss
        )
    }

    @Test(
        "B5: the survivor has the people, responses, attempts, evidence and value of both; the other closes as merged"
    )
    func merge() async throws {
        let workplace = try await Workplace()
        let (survivor, merged) = try await pair(workplace)
        let responses = try await workplace.responses()
        let held = try await workplace.state(survivor)
        try await merge(survivor, merged, workplace)
        let now = try await workplace.detail(survivor)
        #expect(now.people.map(\.contact.name).sorted() == ["Grace Hopper", "Jean Bartik"])
        #expect(now.lead.responses == 2)
        #expect(now.responses.count == 2)
        #expect(now.lead.attempts == 1)
        #expect(now.activities.compactMap(\.note).contains("Wants ten"))
        #expect(now.evidence.map(\.text) == ["Line stands still"])
        #expect(now.lead.qualification.level(.need) == .high)
        #expect(now.lead.value == Money(minor: 5_000_00, currency: "EUR"))
        #expect(now.lead.owner == held.owner && now.lead.nextStep == held.nextStep && now.lead.clocks == held.clocks)
        let gone = try await workplace.detail(merged)
        #expect(gone.lead.kind == .merged)
        #expect(gone.survivor?.id == survivor)
        #expect(gone.lead.clocks.isEmpty && gone.lead.nextStep == nil)
        #expect(gone.activities.count == 2, "it keeps what it had")
        #expect(try await workplace.responses() == responses)
        #expect(try await workplace.check().holds)
    }

    @Test("pain 8: the survivor is found by the other's people; after the undo it is not")
    func search() async throws {
        let workplace = try await Workplace()
        let (survivor, merged) = try await pair(workplace)
        var filter = LeadFilter()
        filter.text = "jean@home"
        try await merge(survivor, merged, workplace)
        #expect(try await workplace.app.fetch(LeadList(filter), as: Workplace.boss).rows.map(\.id) == [survivor])
        try await workplace.app.perform(UndoMerge(lead: merged), as: Workplace.boss)
        #expect(try await workplace.app.fetch(LeadList(filter), as: Workplace.boss).rows.map(\.id) == [merged])
    }

    @Test("pain 9: undo gives both leads back exactly as they were, with old clocks and old due times")
    func undo() async throws {
        let workplace = try await Workplace()
        let (survivor, merged) = try await pair(workplace)
        let before = (try await workplace.state(survivor), try await workplace.state(merged))
        let people = try await workplace.detail(survivor).people.map(\.contact.id)
        let stays = try await workplace.detail(merged).stays
        try await merge(survivor, merged, workplace)
        workplace.advance(.days(5))
        try await workplace.app.perform(UndoMerge(lead: merged), as: Workplace.boss)
        #expect(try await workplace.state(survivor) == before.0)
        #expect(try await workplace.state(merged) == before.1)
        #expect(try await workplace.detail(survivor).people.map(\.contact.id) == people)
        #expect(try await workplace.detail(merged).stays == stays)
        #expect(try await workplace.check().holds)
    }

    @Test("pain 9: what was done on the survivor meanwhile stays its own when the merge is undone")
    func undoAfterWork() async throws {
        let workplace = try await Workplace()
        let (survivor, merged) = try await pair(workplace)
        try await merge(survivor, merged, workplace)
        workplace.advance(.hours(2))
        let at = workplace.now
        try await workplace.app.perform(
            LogAttempt(lead: survivor, attempt: Attempt(channel: .phone, outcome: .noAnswer)),
            as: Workplace.boss
        )
        try await workplace.app.perform(UndoMerge(lead: merged), as: Workplace.boss)
        let alone = try await workplace.detail(survivor).lead
        #expect(alone.attempts == 1)
        #expect(alone.firstAttemptAt == at)
        #expect(alone.responses == 1)
        #expect(alone.qualification.levels.isEmpty)
        #expect(alone.value == nil)
        #expect(try await workplace.check().holds)
    }

    @Test("pain 9: undo is refused after the window, when the survivor moved on, or when somebody moved away")
    func undoRefused() async throws {
        let workplace = try await Workplace()
        let (survivor, merged) = try await pair(workplace)
        try await merge(survivor, merged, workplace)
        try await workplace.qualify(survivor)
        let made = try await workplace.app.perform(ConvertLeads(leads: [survivor], name: "Deal"), as: Workplace.boss)
        await #expect { try await workplace.app.perform(UndoMerge(lead: merged), as: Workplace.boss) } throws: {
            code($0) == "survivor_moved_on"
        }
        try await workplace.app.perform(UndoConversion(opportunity: made.opportunity), as: Workplace.boss)
        workplace.advance(.minutes(1))
        let jean = try #require(try await workplace.detail(merged).people.first)
        try await workplace.app.perform(
            MoveContact(contact: jean.contact.id, company: "Eckert", withLeads: false),
            as: Workplace.boss
        )
        await #expect { try await workplace.app.perform(UndoMerge(lead: merged), as: Workplace.boss) } throws: {
            code($0) == "people_moved"
        }
        workplace.advance(.days(15))
        await #expect { try await workplace.app.perform(UndoMerge(lead: merged), as: Workplace.boss) } throws: {
            code($0) == "undo_too_late"
        }
        #expect(try await workplace.check().holds)
    }

    @Test("pain 6: another inquiry of the merged lead's person joins the survivor instead of making a third lead")
    func again() async throws {
        let workplace = try await Workplace()
        let (survivor, merged) = try await pair(workplace)
        try await merge(survivor, merged, workplace)
        let captured = try await workplace.capture {
            $0.name = "Jean Bartik"
            $0.email = "jean@home.example"
            $0.company = nil
        }
        #expect(captured.outcome == .joined)
        #expect(captured.lead == survivor)
        #expect(try await workplace.detail(survivor).lead.responses == 3)
        #expect(try await workplace.check().holds)
    }

    @Test("pain 7: another account, a closed lead, the lead itself: each is refused with its reason")
    func refusals() async throws {
        let workplace = try await Workplace()
        let (survivor, merged) = try await pair(workplace)
        func refused(_ command: MergeLeads, _ expected: String) async {
            await #expect { try await workplace.app.perform(command, as: Workplace.boss) } throws: {
                code($0) == expected
            }
        }
        await refused(MergeLeads(survivor: survivor, merged: [merged]), "different_accounts")
        await refused(MergeLeads(survivor: survivor, merged: [survivor]), "invalid_input")
        await refused(MergeLeads(survivor: survivor, merged: []), "invalid_input")
        try await workplace.app.perform(RejectLead(lead: merged, reason: "Spam"), as: Workplace.boss)
        await refused(MergeLeads(survivor: survivor, merged: [merged], otherAccounts: true), "lead_closed")
        #expect(try await workplace.detail(survivor).lead.version == 1)
    }

    @Test("pain 5: a merge of a merge shows everything on the last survivor, and is undone from the outside in")
    func chain() async throws {
        let workplace = try await Workplace()
        let (survivor, merged) = try await pair(workplace)
        let top = try await workplace.lead("Ada Top", "Topmost")
        try await merge(survivor, merged, workplace)
        let middle = try await workplace.state(survivor)
        try await merge(top, survivor, workplace)
        #expect(try await workplace.detail(top).lead.responses == 3)
        #expect(try await workplace.detail(top).activities.compactMap(\.note).contains("Wants ten"))
        await #expect { try await workplace.app.perform(UndoMerge(lead: merged), as: Workplace.boss) } throws: {
            code($0) == "survivor_moved_on"
        }
        try await workplace.app.perform(UndoMerge(lead: survivor), as: Workplace.boss)
        #expect(try await workplace.state(survivor) == middle)
        try await workplace.app.perform(UndoMerge(lead: merged), as: Workplace.boss)
        #expect(try await workplace.check().holds)
    }

    @Test("B5: the reports count the same responses per campaign before, after and when undone")
    func reports() async throws {
        let workplace = try await Workplace()
        let (survivor, merged) = try await pair(workplace)
        func report() async throws -> String {
            "\(try await workplace.app.fetch(FetchReport(.campaigns), as: .system).report)"
        }
        let before = try await report()
        try await merge(survivor, merged, workplace)
        #expect(try await report() == before)
        try await workplace.app.perform(UndoMerge(lead: merged), as: Workplace.boss)
        #expect(try await report() == before)
    }
}
