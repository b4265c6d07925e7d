import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Corrections of leads whose end was undone")
struct CorrectedUndoTests {
    private let manager = Workplace.boss

    private func moves(_ workplace: Workplace, _ id: Lead.ID) async throws -> [LeadDetail.Event] {
        try await workplace.detail(id).events.filter { $0.event.kind == .moved }
    }

    private func correct(
        _ workplace: Workplace,
        _ id: Lead.ID,
        _ line: Int64,
        _ change: CorrectLead.Change
    ) async throws {
        try await workplace.app.perform(
            CorrectLead(lead: id, line: line, change: change, reason: "Logged wrongly"),
            as: manager
        )
    }

    /// A lead that was called an hour after it came.
    private func called(_ workplace: Workplace) async throws -> Lead.ID {
        let id = try await workplace.lead("Grace Hopper", "Navy")
        workplace.advance(.hours(1))
        let attempt = Attempt(channel: .phone, outcome: .noAnswer)
        try await workplace.app.perform(LogAttempt(lead: id, attempt: attempt), as: manager)
        workplace.advance(.hours(1))
        return id
    }

    private func mergedAndBack(_ workplace: Workplace) async throws -> Lead.ID {
        let id = try await called(workplace)
        let survivor = try await workplace.lead("Jean Bartik", "Army")
        let merge = MergeLeads(survivor: survivor, merged: [id], otherAccounts: true)
        try await workplace.app.perform(merge, as: manager)
        workplace.advance(.hours(1))
        try await workplace.app.perform(UndoMerge(lead: id), as: manager)
        return id
    }

    @Test("X2, X20: after an undone merge the time of the present status is corrected, in the state and in its stay")
    func time() async throws {
        let workplace = try await Workplace()
        let id = try await mergedAndBack(workplace)
        let line = try await moves(workplace, id)[0]
        try await correct(workplace, id, line.seq, .time(line.at - .minutes(20)))
        let detail = try await workplace.detail(id)
        #expect(detail.lead.statusSince == line.at - .minutes(20))
        #expect(detail.stays.last { $0.dimension == .status }?.enteredAt == line.at - .minutes(20))
        #expect(try await workplace.check().holds)
    }

    @Test("X2, X20: after an undone merge the last real change can be taken back, and the merge itself cannot")
    func undo() async throws {
        let workplace = try await Workplace()
        let id = try await mergedAndBack(workplace)
        let lines = try await moves(workplace, id)
        await #expect { try await correct(workplace, id, lines[1].seq, .undo) } throws: { code($0) == "no_such_line" }
        try await correct(workplace, id, lines[0].seq, .undo)
        #expect(try await workplace.detail(id).lead.status == "open")
        #expect(try await workplace.check().holds)
    }

    @Test("X2, X20: a merged lead is not corrected behind its survivor's back")
    func merged() async throws {
        let workplace = try await Workplace()
        let id = try await called(workplace)
        let survivor = try await workplace.lead("Jean Bartik", "Army")
        let merge = MergeLeads(survivor: survivor, merged: [id], otherAccounts: true)
        try await workplace.app.perform(merge, as: manager)
        let lines = try await moves(workplace, id)
        for change in [CorrectLead.Change.undo, .time(lines[1].at - .minutes(1))] {
            await #expect { try await correct(workplace, id, lines[1].seq, change) } throws: {
                code($0) == "lead_merged"
            }
        }
        #expect(try await workplace.detail(id).lead.mergedInto == survivor)
    }

    @Test("X2, X5: a time that is corrected while the lead is a deal is still right when the conversion is undone")
    func converted() async throws {
        let workplace = try await Workplace()
        let id = try await called(workplace)
        try await workplace.qualify(id)
        workplace.advance(.hours(1))
        let deal = try await workplace.app.perform(ConvertLeads(leads: [id], name: "Deal"), as: manager).opportunity
        let line = try await moves(workplace, id)[1]
        try await correct(workplace, id, line.seq, .time(line.at - .minutes(20)))
        try await workplace.app.perform(UndoConversion(opportunity: deal), as: manager)
        #expect(try await workplace.detail(id).lead.statusSince == line.at - .minutes(20))
        #expect(try await workplace.check().holds)
    }

    @Test("C5, X5: a conversion is undone whole, also when its status got another name meanwhile")
    func renamed() async throws {
        let workplace = try await Workplace()
        let id = try await called(workplace)
        try await workplace.qualify(id)
        let before = try await workplace.detail(id)
        let deal = try await workplace.app.perform(ConvertLeads(leads: [id], name: "Deal"), as: manager).opportunity
        var body = try await workplace.app.fetch(PolicyInForce(), as: .system).body
        for index in body.process.steps.indices {
            if body.process.steps[index].status == "converted" { body.process.steps[index].status = "sold" }
            body.process.steps[index].moves = body.process.steps[index].moves.map { $0 == "converted" ? "sold" : $0 }
        }
        workplace.advance(.hours(1))
        try await workplace.app.perform(SetPolicy(body: body, mapping: ["converted": "sold"]), as: .system)
        try await workplace.app.perform(UndoConversion(opportunity: deal), as: manager)
        let after = try await workplace.detail(id)
        #expect(after.lead.status == "qualified")
        #expect(after.stays == before.stays)
        #expect(try await workplace.check().holds)
    }
}
