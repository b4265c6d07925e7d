import Foundation
import LeadCore
import Testing

@Suite("Processes and passes as they were stored before")
struct StoredProcessTests {
    @Test("C5: a process without requirements and fields reads as one that asks for none")
    func process() throws {
        let text = #"{"name":"Old","steps":[{"status":"open","label":"Open","kind":"new","moves":[]}]}"#
        let process = try JSONDecoder().decode(LeadProcess.self, from: Data(text.utf8))
        #expect(process.steps[0].requires.isEmpty)
        #expect(process.fields.isEmpty)
        var full = LeadProcess.standard
        full.fields = [FieldDefinition(key: "size", label: "Size", kind: .choice, options: ["S", "L"])]
        full.steps[2].requires = Requirement.standard + [.field("size")]
        #expect(try JSONDecoder().decode(LeadProcess.self, from: JSONEncoder().encode(full)) == full)
    }

    @Test("C9: a gate and a handoff of before read as asking for, and showing, no more than they say")
    func gate() throws {
        let gate = try JSONDecoder().decode(Gate.self, from: Data(#"{"version":1,"minimum":{"need":"low"}}"#.utf8))
        #expect(gate == Gate(version: 1, minimum: Qualification(levels: [.need: .low])))
        let owner = Owner.person(7)
        let text = #"{"giver":"\#(owner)","gateVersion":2}"#
        let passed = try JSONDecoder().decode(LeadEvent.HandedOff.self, from: Data(text.utf8))
        #expect(passed == LeadEvent.HandedOff(giver: owner, gateVersion: 2))
    }
}
