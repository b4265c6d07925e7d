import LeadCore
import Testing

@Suite("Reasons that can be counted")
struct KnownReasonTests {
    private func desk(_ edit: (inout Policy) -> Void = { _ in }) throws -> LeadOnDesk {
        var policy = Policy(version: 1, calendar: try PlainCalendar().calendar)
        edit(&policy)
        return try LeadOnDesk(policy: policy)
    }

    @Test("G1, F6: a reason that the policy does not list is refused, also one that only looks like “Unreachable”")
    func unknown() throws {
        var desk = try desk()
        let wakeAt = desk.now + .days(9)
        for reason in ["Unreachable!", "un reachable", "Later"] {
            let rejected = #expect(throws: Refusal.self) { try desk.act { try $0.reject(reason: reason) } }
            #expect(rejected?.code == "unknown_reason")
            #expect(rejected?.issues.first?.pointer == "/reason")
            #expect(rejected?.issues.first?.message.contains("No budget") == true)
            let recycled = #expect(throws: Refusal.self) {
                try desk.act { try $0.recycle(to: .person(1), reason: reason, wakeAt: wakeAt) }
            }
            #expect(recycled?.code == "unknown_reason")
        }
        #expect(desk.lead.kind == .new)
    }

    @Test("G1: a reason is kept as the policy writes it, and a policy that lists none takes any")
    func spelling() throws {
        var listed = try desk()
        try listed.act { try $0.reject(reason: "no BUDGET") }
        #expect(listed.lead.reason == "No budget")
        var free = try desk { $0.rejectionReasons = [] }
        try free.act { try $0.reject(reason: "They moved to Mars") }
        #expect(free.lead.reason == "They moved to Mars")
    }

    @Test("E10, G1: an offer is declined with one of the policy's reasons")
    func decline() throws {
        var desk = try desk()
        try desk.act { act in
            try act.qualify([.need: .high, .urgency: .high, .fit: .high], grade: nil, reason: "", conclude: true)
            try act.handOff(to: .person(2))
        }
        let refusal = #expect(throws: Refusal.self) { try desk.act(by: 2) { try $0.decline(reason: "No") } }
        #expect(refusal?.code == "unknown_reason")
        try desk.act(by: 2) { try $0.decline(reason: "Too small") }
        #expect(desk.lead.owner == .person(1))
    }

    @Test("C6: an attempt cannot have taken less than no time")
    func seconds() throws {
        var desk = try desk()
        let refusal = #expect(throws: Refusal.self) {
            try desk.act { act in
                try act.attempt(Attempt(channel: .phone, outcome: .reached, seconds: -1), next: nil)
            }
        }
        #expect(refusal?.issues.first?.pointer == "/seconds")
    }
}
