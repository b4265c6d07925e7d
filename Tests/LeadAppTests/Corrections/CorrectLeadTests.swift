import LeadApp
import LeadCore
import LeadInsight
import LeadStore
import Testing

@Suite("Correcting a lead's timeline")
struct CorrectLeadTests {
    private let ann = Workplace.actor(Workplace.ann)
    private let manager = Workplace.actor(Workplace.manager)

    /// A lead that was called an hour after it came, and reached an hour later.
    private func worked(_ workplace: Workplace) async throws -> Lead.ID {
        let id = try await workplace.lead()
        for outcome in [AttemptOutcome.noAnswer, .reached] {
            workplace.advance(.hours(1))
            try await workplace.app.perform(
                LogAttempt(lead: id, attempt: Attempt(channel: .phone, outcome: outcome)),
                as: ann
            )
        }
        return id
    }

    private func moves(_ workplace: Workplace, _ id: Lead.ID) async throws -> [LeadDetail.Event] {
        try await workplace.detail(id).events.filter { $0.event.kind == .moved }
    }

    @Test("X2: a back-dated change moves both stays, keeps the line, and everything still adds up")
    func time() async throws {
        let workplace = try await Workplace()
        let id = try await worked(workplace)
        let line = try await moves(workplace, id)[0]
        let at = line.at - .minutes(30)
        try await workplace.app.perform(
            CorrectLead(lead: id, line: line.seq, change: .time(at), reason: "Logged late"),
            as: manager
        )
        let detail = try await workplace.detail(id)
        let stays = detail.stays.filter { $0.dimension == .status }
        #expect(stays.map(\.enteredAt) == [Workplace.start, at, Workplace.start + .hours(2)])
        #expect(stays[0].leftAt == at)
        // 10:00 UTC is 12:00 in Berlin, inside office hours.
        #expect(stays[0].working == .minutes(30))
        #expect(stays[1].working == .minutes(90))
        #expect(detail.events.contains { $0.seq == line.seq && $0.at == line.at })
        #expect(detail.activities.last?.note == "Logged late")
        #expect(try await workplace.check().holds)
    }

    @Test("X2, X20: reports follow a correction, also those that were asked before")
    func reports() async throws {
        let workplace = try await Workplace()
        let id = try await worked(workplace)
        func median() async throws -> String? {
            let answer = try await workplace.app.fetch(FetchReport(.timeInStatus), as: manager)
            let document = ReportText(zone: answer.zone).csv(answer.report)
            return document.split(separator: "\r\n").first { $0.hasPrefix("Open,") }.map(String.init)
        }
        let before = try await median()
        let line = try await moves(workplace, id)[0]
        try await workplace.app.perform(
            CorrectLead(lead: id, line: line.seq, change: .time(line.at - .minutes(30)), reason: "Logged late"),
            as: manager
        )
        let after = try await median()
        #expect(before?.contains("3600.000") == true)
        #expect(after?.contains("1800.000") == true)
        #expect(after?.contains("3600.000") == false)
    }

    @Test("X2: the owner of a time that has passed is corrected without touching who holds it now")
    func owner() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        workplace.advance(.hours(1))
        try await workplace.app.perform(
            AssignLead(lead: id, to: .person(Workplace.fay), reason: "Her account"),
            as: manager
        )
        let first = try #require(try await workplace.detail(id).events.first { $0.event.kind == .assigned })
        try await workplace.app.perform(
            CorrectLead(lead: id, line: first.seq, change: .owner(.person(Workplace.ben)), reason: "It was Ben's"),
            as: manager
        )
        let detail = try await workplace.detail(id)
        #expect(
            detail.stays.filter { $0.dimension == .owner }.map(\.value)
                == [Owner.person(Workplace.ben).description, Owner.person(Workplace.fay).description]
        )
        #expect(detail.lead.owner == .person(Workplace.fay))
        #expect(try await workplace.check().holds)
    }

    @Test("X2: a rejection that never happened leaves the lead open, in custody, and found by its next inquiry")
    func undo() async throws {
        let workplace = try await Workplace()
        let id = try await worked(workplace)
        workplace.advance(.hours(1))
        try await workplace.app.perform(RejectLead(lead: id, reason: "Spam"), as: ann)
        let line = try #require(try await moves(workplace, id).last)
        workplace.advance(.hours(1))
        try await workplace.app.perform(
            CorrectLead(lead: id, line: line.seq, change: .undo, reason: "Wrong lead clicked"),
            as: manager
        )
        let lead = try await workplace.detail(id).lead
        #expect(lead.status == "in_process")
        #expect(lead.statusSince == Workplace.start + .hours(2))
        #expect(lead.reason == nil)
        #expect(lead.custodyGaps.isEmpty)
        #expect(try await workplace.capture().lead == id)
        #expect(try await workplace.check().holds)
    }

    @Test("X2: an open lead cannot appear beside another one of the same account and class")
    func twoOpen() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        workplace.advance(.hours(1))
        try await workplace.app.perform(RejectLead(lead: id, reason: "Spam"), as: ann)
        #expect(try await workplace.lead() != id)
        let line = try #require(try await moves(workplace, id).last)
        await #expect {
            try await workplace.app.perform(
                CorrectLead(lead: id, line: line.seq, change: .undo, reason: "Oops"),
                as: manager
            )
        } throws: { ($0 as? Refusal)?.code == "open_lead_exists" }
        #expect(try await workplace.check().holds)
    }

    @Test("X2: correcting is for managers and administrators, needs a reason, and a lead's own line")
    func refusals() async throws {
        let workplace = try await Workplace()
        let id = try await worked(workplace)
        let other = try await workplace.lead {
            $0.name = "Ada"
            $0.email = "ada@engine.example"
            $0.company = "Engine"
        }
        let line = try await moves(workplace, id)[0]
        func code(_ command: CorrectLead, _ actor: Actor) async -> String? {
            do { try await workplace.app.perform(command, as: actor) } catch { return (error as? Refusal)?.code }
            return nil
        }
        let sound = CorrectLead(lead: id, line: line.seq, change: .time(line.at - .minutes(1)), reason: "Late")
        for user in [Workplace.ann, Workplace.mia] {
            #expect(await code(sound, Workplace.actor(user)) == "not_permitted")
        }
        var silent = sound
        silent.reason = " "
        #expect(await code(silent, manager) == "reason_missing")
        var strange = sound
        strange.lead = other
        #expect(await code(strange, manager) == "no_such_line")
        let nobody = CorrectLead(lead: id, line: line.seq, change: .owner(.person(99)), reason: "Who?")
        #expect(await code(nobody, manager) == "invalid_input")
        #expect(try await workplace.detail(id).events.allSatisfy { $0.event.kind != .corrected })
    }

    @Test("X2, X5: a change that an undone conversion made counts no more, so the one before it is the latest again")
    func afterUndo() async throws {
        let workplace = try await Workplace()
        let id = try await worked(workplace)
        workplace.advance(.hours(1))
        try await workplace.qualify(id)
        workplace.advance(.hours(1))
        let boss = Workplace.boss
        let made = try await workplace.app.perform(ConvertLeads(leads: [id], name: "Deal"), as: boss)
        workplace.advance(.hours(1))
        try await workplace.app.perform(UndoConversion(opportunity: made.opportunity, confirmed: true), as: boss)
        let lines = try await moves(workplace, id)
        let withdrawn = try #require(lines.last).seq
        await #expect {
            let change = CorrectLead.Change.time(workplace.now - .minutes(90))
            let command = CorrectLead(lead: id, line: withdrawn, change: change, reason: "Wrong")
            try await workplace.app.perform(command, as: boss)
        } throws: { code($0) == "no_such_line" }
        let qualified = lines[lines.count - 2]
        let at = qualified.at - .minutes(10)
        let command = CorrectLead(lead: id, line: qualified.seq, change: .time(at), reason: "Logged late")
        try await workplace.app.perform(command, as: boss)
        #expect(try await workplace.detail(id).lead.statusSince == at)
        #expect(try await workplace.check().holds)
    }

    @Test("X3: a merge is taken back by undoing it, never by correcting the merged lead alone")
    func merged() async throws {
        let workplace = try await Workplace()
        let id = try await worked(workplace)
        try await workplace.classes("Service")
        let survivor = try await workplace.lead { $0.productClass = "Service" }
        try await workplace.app.perform(MergeLeads(survivor: survivor, merged: [id]), as: Workplace.boss)
        let line = try #require(try await moves(workplace, id).last).seq
        await #expect {
            let command = CorrectLead(lead: id, line: line, change: .undo, reason: "By mistake")
            try await workplace.app.perform(command, as: Workplace.boss)
        } throws: { code($0) == "lead_merged" }
        try await workplace.app.perform(UndoMerge(lead: id), as: Workplace.boss)
        #expect(try await workplace.detail(id).lead.kind == .working)
        #expect(try await workplace.check().holds)
    }
}
