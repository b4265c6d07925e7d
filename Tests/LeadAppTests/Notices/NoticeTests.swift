import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("Notices")
struct NoticeTests {
    @Test("F2: notices are read one by one or all at once, each by who was told; nobody is told of their own act")
    func reading() async throws {
        let workplace = try await Workplace()
        let (ann, ben) = (Workplace.actor(Workplace.ann), Workplace.actor(Workplace.ben))
        let manager = Workplace.actor(Workplace.manager)
        let first = try await workplace.lead()
        try await workplace.app.perform(
            AssignLead(lead: first, to: .person(Workplace.manager), reason: "Mine"),
            as: manager
        )
        #expect(try await workplace.app.fetch(NoticeList(), as: manager).notices.isEmpty)
        workplace.advance(.minutes(1))
        try await workplace.app.perform(
            AssignLead(lead: first, to: .person(Workplace.ann), reason: "Yours"),
            as: manager
        )
        let told = try await workplace.app.fetch(NoticeList(), as: ann)
        #expect(told.unread == 2)
        #expect(told.notices.map(\.details.by) == [Workplace.manager, nil])
        let latest = try #require(told.notices.first)
        await #expect(throws: Refusal.self) {
            try await workplace.app.perform(ReadNotice(notice: latest.id), as: ben)
        }
        try await workplace.app.perform(ReadNotice(notice: latest.id), as: ann)
        try await workplace.app.perform(ReadNotice(notice: latest.id), as: ann)
        let after = try await workplace.app.fetch(NoticeList(), as: ann)
        #expect(after.unread == 1)
        #expect(after.notices.map { $0.readAt == nil } == [true, false])
        try await workplace.app.perform(ReadAllNotices(), as: ann)
        #expect(try await workplace.app.fetch(UnreadNotices(), as: ann) == 0)
    }

    @Test("F2: whoever has a manager of their own tells that one, otherwise all managers are told")
    func managers() async throws {
        let workplace = try await Workplace()
        let admin = Actor(user: Workplace.manager, role: .administrator)
        let max = Workplace.actor(Workplace.manager)
        try await workplace.app.perform(SetManager(person: Workplace.ann, manager: Workplace.mia), as: admin)
        _ = try await workplace.lead()
        workplace.advance(.hours(4))
        try await workplace.app.perform(BreachDueClocks(), as: .system)
        #expect(try await workplace.app.fetch(UnreadNotices(), as: max) == 0)
        #expect(try await workplace.app.fetch(UnreadNotices(), as: Workplace.actor(Workplace.mia)) == 1)
        await #expect(throws: Refusal.self) {
            try await workplace.app.perform(SetManager(person: Workplace.ann, manager: Workplace.ann), as: admin)
        }
    }

    @Test(
        "X11: the refusal of unreachable comes through the door with what is missing, and the policy can ask for less"
    )
    func unreachable() async throws {
        let workplace = try await Workplace()
        let id = try await workplace.lead()
        let ann = Workplace.actor(Workplace.ann)
        await #expect {
            try await workplace.app.perform(RejectLead(lead: id, reason: "unreachable"), as: ann)
        } throws: {
            ($0 as? Refusal)?.code == "unreachable_not_shown" && ($0 as? Refusal)?.issues.count == 3
        }
        let admin = Actor(user: Workplace.manager, role: .administrator)
        let rule = UnreachableRule(reasons: ["Unreachable"], attempts: 1, channels: 1, parts: 1)
        try await workplace.app.perform(SetUnreachableRule(rule: rule), as: admin)
        try await workplace.app.perform(
            LogAttempt(lead: id, attempt: Attempt(channel: .phone, outcome: .noAnswer)),
            as: ann
        )
        try await workplace.app.perform(RejectLead(lead: id, reason: "Unreachable"), as: ann)
        #expect(try await workplace.check().holds)
    }
}
