import LeadCore
import Testing

@Suite("Fields in the ledger")
struct FieldEventTests {
    @Test("C4: the ledger names the fields; setting them changes nothing that it folds to")
    func keys() throws {
        var life = try RandomLife(seed: 5)
        let before = life.lead
        try life.act("fields") { $0.setFields(["size", "budget"], clearing: ["note"]) }
        #expect(life.lead == before)
        #expect(life.folded == life.lead)
    }
}
