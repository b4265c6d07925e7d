import LeadCore
import Testing

@Suite("Where a lead may wake")
struct WakingTests {
    /// From marketing a lead comes back to one working status alone, which wants to know what it is worth.
    static let process: LeadProcess = {
        var process = LeadProcess.standard
        for index in process.steps.indices {
            if process.steps[index].status == "nurture" {
                process.steps[index].moves = ["in_process", "not_qualified"]
            }
            if process.steps[index].status == "in_process" { process.steps[index].requires = [.value] }
        }
        return process
    }()

    private func asleep() throws -> LeadOnDesk {
        let calendar = try PlainCalendar().calendar
        var desk = try LeadOnDesk(policy: Policy(version: 1, process: Self.process, calendar: calendar))
        let wakeAt = desk.now + .days(9)
        try desk.act { try $0.recycle(to: .person(1), reason: "Not now, later", wakeAt: wakeAt) }
        return desk
    }

    @Test(
        "G3: a wake-up clock whose lead may enter no status breaches; nothing is refused, and somebody holds the lead"
    )
    func date() throws {
        var desk = try asleep()
        try desk.fire(at: desk.now + .days(9))
        #expect(desk.kinds.contains(.clockBreached))
        #expect(desk.lead.kind == .nurture)
        #expect(desk.lead.custodyGaps.isEmpty)
        #expect(desk.folded == desk.lead)
    }

    @Test("G3: a new signal of a lead that may not wake is counted, and the lead sleeps on")
    func signal() throws {
        var desk = try asleep()
        let before = desk.lead.responses
        try desk.act { try $0.respond(.init(response: 7, campaign: nil)) }
        #expect(desk.lead.responses == before + 1)
        #expect(desk.lead.kind == .nurture)
        #expect(desk.folded == desk.lead)
    }

    @Test("G3: whoever wakes it by hand is told what is missing; once it is there, it wakes")
    func hand() throws {
        var desk = try asleep()
        let refusal = #expect(throws: Refusal.self) { try desk.act { try $0.wake() } }
        #expect(refusal?.code == "fields_missing")
        try desk.act { act in
            try act.value(at: Money(minor: 5_000_00, currency: "EUR"))
            try act.wake()
        }
        #expect(desk.lead.status == "in_process")
    }

    @Test("C5: a process in which no recycled lead could be sure to wake is faulty")
    func fault() {
        #expect(
            Self.process.faults == [
                "Future potential buyer leads to working statuses that all require something: leads could never wake."
            ]
        )
    }
}
