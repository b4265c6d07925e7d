import Foundation
import LeadCore
import Testing

struct ConditionTests {
    private let catalogue = ConditionCatalogue(fields: [
        FieldDefinition(key: "seats", label: "Seats", kind: .number),
        FieldDefinition(key: "budget", label: "Budget", kind: .money),
        FieldDefinition(key: "signed", label: "Signed on", kind: .date),
    ])

    private func read(_ json: String) throws -> Condition {
        try JSONDecoder().decode(Condition.self, from: Data(json.utf8)).understood(by: catalogue)
    }

    private func subject(_ edit: (inout LeadSubject) -> Void = { _ in }) -> LeadSubject {
        // Tuesday 2026-11-24 18:00 UTC.
        var subject = LeadSubject(now: Instant(milliseconds: 1_795_543_200_000), zone: .utc)
        edit(&subject)
        return subject
    }

    @Test("E1: a condition is read from JSON by the types of its fields and reads back as a sentence")
    func sentence() throws {
        let condition = try read(
            """
            {"all": [{"field": "account.country", "operator": "is", "values": ["DE", "AT"]},
                     {"any": [{"field": "lead.value", "operator": "at_least", "values": ["5000.00 EUR"]},
                              {"field": "field.seats", "operator": "above", "values": [12.5]}]},
                     {"none": [{"field": "lead.created", "operator": "older_than", "values": ["3d"]}]}]}
            """
        )
        #expect(
            condition.sentence(catalogue) == """
                Country is DE or AT, and (Value is at least 5000 EUR, or Seats is more than 12.5), and none of \
                (Created is older than 3 days)
                """
        )
    }

    @Test("E1: what is written as JSON is read back as the same condition")
    func roundTrip() throws {
        let condition = try read(
            """
            {"none": [{"field": "field.budget", "operator": "below", "values": ["1250.50 EUR"]},
                      {"field": "field.signed", "operator": "since", "values": ["2026-11-01"]},
                      {"field": "account.customer", "operator": "is", "values": [true]},
                      {"field": "lead.grade", "operator": "is_empty"}]}
            """
        )
        let text = String(decoding: try JSONEncoder().encode(condition), as: UTF8.self)
        #expect(try read(text) == condition)
    }

    @Test(
        "E1: a missing value meets only “is not known” and negations",
        arguments: ConditionOperator.allCases
    )
    func missing(test: ConditionOperator) {
        let values: [ConditionOperator: [ConditionValue]] = [
            .isEmpty: [], .isNotEmpty: [], .before: [.day(LocalDate(dayNumber: 0))],
            .since: [.day(LocalDate(dayNumber: 0))],
            .olderThan: [.span(.days(1))], .withinLast: [.span(.days(1))], .withinNext: [.span(.days(1))],
        ]
        let condition = Condition.comparison(.init(.fact(.industry), test, values[test] ?? [.word("x")]))
        let expected: Set<ConditionOperator> = [.isEmpty, .differs, .omits]
        #expect(condition.holds(for: subject()) == expected.contains(test))
    }

    @Test("E1: ages end where the sentence says: three days ago is older than 3 days, a moment later is not")
    func ages() {
        let subject = subject { $0.set(.created, time: $0.now - .days(3)) }
        #expect(Condition.fact(.created, .olderThan, .span(.days(3))).holds(for: subject))
        #expect(!Condition.fact(.created, .withinLast, .span(.days(3))).holds(for: subject))
        let later = self.subject { $0.set(.created, time: $0.now - .days(3) + Span(milliseconds: 1)) }
        #expect(!Condition.fact(.created, .olderThan, .span(.days(3))).holds(for: later))
        #expect(Condition.fact(.created, .withinLast, .span(.days(3))).holds(for: later))
    }

    @Test("E1: amounts in another currency are neither above nor below")
    func currencies() {
        let subject = subject { $0.set(.value, money: Money(minor: 100_000, currency: "USD")) }
        let euros = ConditionValue.money(Money(minor: 1, currency: "EUR"))
        for test in [ConditionOperator.atLeast, .atMost, .above, .below] {
            #expect(!Condition.fact(.value, test, euros).holds(for: subject))
        }
    }

    @Test("E1: the present moment can be asked for", arguments: Weekday.allCases)
    func now(day: Weekday) {
        #expect(Condition.fact(.weekday, .equals, .key(day.rawValue)).holds(for: subject()) == (day == .tuesday))
        #expect(Condition.fact(.hour, .atLeast, .whole(18)).holds(for: subject()))
        #expect(!Condition.fact(.hour, .above, .whole(18)).holds(for: subject()))
    }

    @Test("E1: every fault of a condition is named with its pointer")
    func faults() throws {
        let json = """
            {"all": [{"field": "lead.grade", "operator": "contains", "values": ["hot"]},
                     {"any": [{"field": "field.nothing", "operator": "is", "values": [1]},
                              {"field": "lead.value", "operator": "at_least", "values": ["a lot"]},
                              {"field": "lead.created", "operator": "before", "values": ["3d"]},
                              {"field": "lead.grade", "operator": "is", "values": []},
                              {"field": "lead.source", "operator": "is", "values": ["Web"]}]}]}
            """
        let condition = try JSONDecoder().decode(Condition.self, from: Data(json.utf8))
        let (_, issues) = condition.read(by: catalogue, at: "/where")
        #expect(
            issues.map(\.pointer) == [
                "/where/all/0/operator", "/where/all/1/any/0/field", "/where/all/1/any/1/values/0",
                "/where/all/1/any/2/values/0", "/where/all/1/any/3/values", "/where/all/1/any/4/values/0",
            ]
        )
    }

    @Test("E1: letters fold one by one and back, in every script")
    func folding() {
        #expect(FoldedText("ÜBER Straße") == FoldedText("über straße"))
        #expect(FoldedText("ΑΘΗΝΑ") == FoldedText("αθηνα"))
        #expect(FoldedText("STRASSE") != FoldedText("straße"))
        #expect(FoldedText("\u{212A}") != FoldedText("k"))
        for value in UInt32(0x80)...0x1FFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let small = FoldedText.small(scalar)
            #expect(FoldedText.small(small) == small)
            if small != scalar { #expect(FoldedText.capital(of: small) == scalar) }
        }
    }

    @Test("E1: keys of facts are unique and read back")
    func keys() {
        for fact in LeadFact.allCases {
            #expect(ConditionField(fact.key) == .fact(fact))
        }
        #expect(Set(LeadFact.allCases.map(\.key)).count == LeadFact.allCases.count)
    }
}
