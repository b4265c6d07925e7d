import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Leads of people who have left")
struct LeaverTests {
    private static let everyone = Actor(user: Workplace.manager, role: .administrator)

    private func leave(_ user: User.ID, to successor: User.ID, _ workplace: Workplace) async throws {
        var command = UpdateUser(user: user)
        command.active = false
        command.successor = successor
        try await workplace.app.perform(command, as: Self.everyone)
    }

    private func lead(_ workplace: Workplace, offered: Bool) async throws -> Lead.ID {
        let id = try await workplace.lead()
        let levels: [String: Level] = ["need": .high, "urgency": .high, "fit": .high]
        let ann = Workplace.actor(Workplace.ann)
        try await workplace.app.perform(QualifyLead(lead: id, levels: levels, conclude: true), as: ann)
        if offered { try await workplace.app.perform(HandOffLead(lead: id, to: .person(Workplace.fay)), as: ann) }
        return id
    }

    @Test("X1, E10: a declined lead whose giver has left goes to whose turn it is, not to nobody")
    func declined() async throws {
        let workplace = try await Workplace()
        let id = try await lead(workplace, offered: true)
        try await leave(Workplace.ann, to: Workplace.ben, workplace)
        try await workplace.app.perform(
            DeclineLead(lead: id, reason: "Too small"),
            as: Workplace.actor(Workplace.fay)
        )
        #expect(try await workplace.detail(id).lead.owner == .person(Workplace.ben))
    }

    @Test("X1, X12: a recycled lead is not kept by somebody who has left, and nobody who has left can be named")
    func recycled() async throws {
        let workplace = try await Workplace()
        let id = try await lead(workplace, offered: false)
        try await leave(Workplace.mia, to: Workplace.manager, workplace)
        let wakeAt = workplace.now + .days(30)
        await #expect {
            let command = RecycleLead(lead: id, reason: "Not now, later", wakeAt: wakeAt, marketingOwner: Workplace.mia)
            try await workplace.app.perform(command, as: Self.everyone)
        } throws: { error in
            (error as? Refusal)?.issues.map(\.pointer) == ["/marketingOwner"]
        }
        try await workplace.app.perform(
            RecycleLead(lead: id, reason: "Not now, later", wakeAt: wakeAt),
            as: Self.everyone
        )
        #expect(try await workplace.detail(id).lead.owner == .person(Workplace.ann))
    }

    @Test("X1: an inquiry for somebody who has left goes to whose turn it is; a deal cannot be theirs")
    func named() async throws {
        let workplace = try await Workplace()
        try await leave(Workplace.ann, to: Workplace.ben, workplace)
        let id = try await workplace.lead { $0.owner = "Ann Inside" }
        #expect(try await workplace.detail(id).lead.owner == .person(Workplace.ben))
        let levels: [String: Level] = ["need": .high, "urgency": .high, "fit": .high]
        let qualify = QualifyLead(lead: id, levels: levels, conclude: true)
        try await workplace.app.perform(qualify, as: Self.everyone)
        await #expect {
            let convert = ConvertLeads(leads: [id], name: "Deal", owner: Workplace.ann)
            try await workplace.app.perform(convert, as: Self.everyone)
        } throws: { error in
            (error as? Refusal)?.issues.map(\.pointer) == ["/owner"]
        }
    }

    /// What opens a closed lead again whose holder has left.
    enum Reopening: CaseIterable {
        case correction, undoneConversion, undoneMerge
    }

    @Test(
        "X1: a closed lead that is open again after all goes to whose turn it is when its holder has left",
        arguments: Reopening.allCases
    )
    func openAgain(_ reopening: Reopening) async throws {
        let workplace = try await Workplace()
        let id = try await lead(workplace, offered: false)
        let app = workplace.app
        switch reopening {
        case .correction:
            try await app.perform(RejectLead(lead: id, reason: "No budget"), as: Self.everyone)
            try await leave(Workplace.ann, to: Workplace.ben, workplace)
            let last = try await app.database.read { try $0.ledger(of: id).last { $0.kind == "moved" } }
            let line = try #require(last).seq
            let command = CorrectLead(lead: id, line: line, change: .undo, reason: "By mistake")
            try await app.perform(command, as: Self.everyone)
        case .undoneConversion:
            let made = try await app.perform(ConvertLeads(leads: [id], name: "Deal"), as: Self.everyone)
            try await leave(Workplace.ann, to: Workplace.ben, workplace)
            try await app.perform(UndoConversion(opportunity: made.opportunity, confirmed: true), as: Self.everyone)
        case .undoneMerge:
            try await workplace.classes("Service")
            let other = try await workplace.lead { $0.productClass = "Service" }
            try await app.perform(MergeLeads(survivor: other, merged: [id]), as: Self.everyone)
            try await leave(Workplace.ann, to: Workplace.ben, workplace)
            try await app.perform(UndoMerge(lead: id), as: Self.everyone)
        }
        let lead = try await workplace.detail(id).lead
        #expect(lead.kind == .qualified)
        #expect(lead.owner == .person(Workplace.ben))
        #expect(try await workplace.check().holds)
    }
}
