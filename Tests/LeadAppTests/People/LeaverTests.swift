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
}
