import LeadCore
import Testing

@Suite("What is wrong with stages")
struct StageFaultTests {
    @Test("X16: stages that reports could not tell apart, or in which nothing could be won or lost, are named")
    func faults() {
        #expect(OpportunityStage.standard.faults.isEmpty)
        var twice = OpportunityStage.standard
        twice[1].key = twice[0].key
        #expect(twice.faults == ["Two stages have the same key."])
        var odd = OpportunityStage.standard
        odd[0].percent = 120
        odd[1].label = " "
        odd[2].key = OpportunityStage.withdrawnKey
        odd[3].key = "Not a key"
        #expect(
            odd.faults == [
                "discovery: a chance lies between 0 and 100 percent.", "The stage engaging has no label.",
                "withdrawn: withdrawn is a stage of Baton's own, outside every process.",
                "“Not a key” cannot be a stage's key: small letters, digits and _ make one.",
            ]
        )
        #expect(
            [OpportunityStage]().faults == [
                "There is no stage of kind open.", "There is no stage of kind won.", "There is no stage of kind lost.",
            ]
        )
    }
}
