import LeadApp
import LeadCore
import LeadStore
import Testing

@Suite("What the audit is about")
struct AuditSubjectTests {
    @Test("J6: each line says whom or what an act was about")
    func subjects() async throws {
        let workplace = try await Workplace()
        let admin = Actor(user: Workplace.manager, role: .administrator)
        let (app, fay) = (workplace.app, Workplace.actor(Workplace.fay))
        try await app.perform(AppointAssistant(person: Workplace.fay, assistant: Workplace.ben), as: fay)
        try await app.perform(DismissAssistant(person: Workplace.fay, assistant: Workplace.ben), as: fay)
        try await app.perform(SetManager(person: Workplace.fay, manager: Workplace.mia), as: admin)
        var west = CalendarPolicy.officeHours()
        west.name = "West"
        try await app.perform(SaveCalendar(replacing: nil, calendar: west), as: admin)
        try await app.perform(ChooseCalendar(holder: .pool(Workplace.pool), calendar: "West"), as: admin)
        try await app.perform(ChooseCalendar(holder: .pool(Workplace.pool), calendar: nil), as: admin)
        try await app.perform(DeleteCalendar(calendar: "West"), as: admin)
        let level = try await app.fetch(PolicyInForce(), as: .system).body.serviceLevels ?? .standard
        try await app.perform(SetServiceLevel(kind: .followUp, level: level[.followUp]), as: admin)
        try await app.perform(SetUnreachableRule(rule: .standard), as: admin)
        let until = workplace.now + .days(1)
        let absence = try await app.perform(EnterAbsence(from: workplace.now, until: until), as: fay).absence
        try await app.perform(EndAbsence(absence: absence), as: fay)
        let lead = try await workplace.lead("Grace Hopper", "Navy")
        let contact = try await workplace.detail(lead).people[0].contact.id
        try await app.perform(MoveContact(contact: contact, company: "Army", withLeads: true), as: admin)
        let lines = try await app.fetch(AuditList(), as: admin).lines
        #expect(Set(lines.map(\.command)).count == 11)
        for line in lines { #expect(line.subject != nil, "\(line.command)") }
        #expect(lines.last?.subject == "person:\(Workplace.ben)")
    }

    @Test("F2: who is told is saved for all in the form at once, for nobody else, and not at all when one is wrong")
    func managers() async throws {
        let workplace = try await Workplace()
        let admin = Actor(user: Workplace.manager, role: .administrator)
        try await workplace.app.perform(SetManager(person: Workplace.ben, manager: Workplace.mia), as: admin)
        let wrong = SetManagers([
            SetManager(person: Workplace.ann, manager: Workplace.mia),
            SetManager(person: Workplace.fay, manager: Workplace.fay),
        ])
        await #expect(throws: Refusal.self) { try await workplace.app.perform(wrong, as: admin) }
        #expect(try await workplace.app.fetch(ManagerList(), as: admin).managers == [Workplace.ben: Workplace.mia])
        let right = SetManagers([SetManager(person: Workplace.ann, manager: Workplace.mia)])
        try await workplace.app.perform(right, as: admin)
        try await workplace.app.perform(right, as: admin)
        let managers = try await workplace.app.fetch(ManagerList(), as: admin).managers
        #expect(managers == [Workplace.ann: Workplace.mia, Workplace.ben: Workplace.mia])
        let lines = try await workplace.app.fetch(AuditList(), as: admin).lines
        #expect(lines.map(\.subject) == [Workplace.ann, Workplace.ben].map { "person:\($0)" }, "what changed, once")
    }
}
