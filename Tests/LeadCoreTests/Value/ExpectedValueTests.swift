import LeadCore
import Testing

@Suite("Expected value")
struct ExpectedValueTests {
    private let policy = Policy(version: 1, calendar: .always)
    private let stated = Money(minor: 1_200_000, currency: "EUR")
    private let ofClass = Money(minor: 500_000, currency: "EUR")

    private func basis(
        _ kind: StatusKind,
        _ grade: Grade? = nil,
        stated: Money? = nil,
        classValue: Money? = nil,
        deal: ValueBasis.Deal? = nil
    ) -> ValueBasis {
        ValueBasis(kind: kind, grade: grade, stated: stated, classValue: classValue, deal: deal)
    }

    @Test("H3: by the class first, then by what is known of the lead, then by its opportunity")
    func stages() {
        let byClass = policy.expectedValue(basis(.new, classValue: ofClass))
        #expect(byClass.source == .productClass)
        #expect(byClass.value == Money(minor: 25_000, currency: "EUR"))
        let byLead = policy.expectedValue(basis(.qualified, .hot, stated: stated, classValue: ofClass))
        #expect(byLead.source == .stated)
        #expect(byLead.percent == 40)
        #expect(byLead.value == Money(minor: 480_000, currency: "EUR"))
        let deal = ValueBasis.Deal(amount: stated, stage: "proposal", countsHere: true)
        let byDeal = policy.expectedValue(basis(.converted, .hot, stated: ofClass, deal: deal))
        #expect(byDeal.source == .deal)
        #expect(byDeal.basis == .stage("proposal"))
        #expect(byDeal.value == Money(minor: 720_000, currency: "EUR"))
    }

    @Test("H3: unknown is not zero, a closed lead brings nothing, and a shared deal counts once")
    func edges() {
        #expect(policy.expectedValue(basis(.new)).value == nil)
        #expect(policy.expectedValue(basis(.new)).source == .unknown)
        for kind in [StatusKind.rejected, .lost] {
            #expect(policy.expectedValue(basis(kind, .hot, stated: stated)).value?.minor == 0)
        }
        let elsewhere = ValueBasis.Deal(amount: stated, stage: "proposal", countsHere: false)
        let shared = policy.expectedValue(basis(.converted, deal: elsewhere))
        #expect(shared.source == .otherLead)
        #expect(shared.value == nil)
    }

    @Test("H3: the better the grade and the farther the lead, the higher its chance; all between 0 and 100")
    func order() {
        let chances = Chances.standard
        #expect(chances.faults.isEmpty)
        for kind in StatusKind.allCases where kind.isOpen {
            #expect(chances.percent(kind, .hot) > chances.percent(kind, .good))
            #expect(chances.percent(kind, .good) > chances.percent(kind, .poor))
        }
        for grade in [Grade.hot, .good, .poor, nil] {
            let way = [StatusKind.new, .working, .qualified, .handed, .accepted].map { chances.percent($0, grade) }
            #expect(way == way.sorted())
        }
        var wrong = chances
        wrong.new.hot = 101
        #expect(wrong.faults.count == 1)
    }

    @Test(
        "H3: values are rounded to the minor unit, halves up",
        arguments: [(1, 50, 1), (49, 1, 0), (50, 1, 1), (333, 15, 50)]
    )
    func rounding(minor: Int64, percent: Int, expected: Int64) {
        #expect(ExpectedValue.share(percent, of: minor) == expected)
    }

    @Test("H3: an amount too large to be multiplied does not stop anything")
    func overflow() {
        #expect(ExpectedValue.share(50, of: .max) > Int64.max / 100 * 49)
    }
}
