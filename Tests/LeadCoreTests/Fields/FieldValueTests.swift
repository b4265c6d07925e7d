import LeadCore
import Testing

@Suite("Custom field values")
struct FieldValueTests {
    private static func field(
        _ kind: FieldKind,
        options: [String] = [],
        minimum: String? = nil,
        maximum: String? = nil
    ) -> FieldDefinition {
        FieldDefinition(key: "f", label: "Field", kind: kind, options: options, minimum: minimum, maximum: maximum)
    }

    private static func stored(_ text: String, _ field: FieldDefinition) -> String? {
        try? FieldValue(text, as: field, currency: "EUR").stored
    }

    @Test(
        "C4: what people write is read in its type, or not at all",
        arguments: [
            (.number, "12,5", "12.5"), (.number, "1.234,5", "1234.5"), (.number, "-3", "-3"),
            (.number, "0.1234", "0.1234"), (.number, "12 €", nil), (.number, "1.234", nil), (.number, "many", nil),
            (.money, "1.250,50 €", "1250.50 EUR"), (.money, "99", "99 EUR"), (.money, "¥ 5", "5 EUR"),
            (.money, "JPY 1200", "1200 JPY"), (.money, "KWD 1.5", "1.5000 KWD"), (.money, "lots", nil),
            (.date, "2026-11-24", "2026-11-24"), (.date, "24.11.2026", "2026-11-24"),
            (.date, "2026-02-30", nil), (.date, "2026-11-24 10:00", nil), (.date, "03/04/2026", nil),
            (.boolean, "Yes", "true"), (.boolean, "nein", "false"), (.boolean, "perhaps", nil),
            (.text, "Any <text>", "Any <text>"),
        ] as [(FieldKind, String, String?)]
    )
    func reading(kind: FieldKind, text: String, expected: String?) {
        #expect(Self.stored(text, Self.field(kind)) == expected)
    }

    @Test("C4: what is stored reads back as the same value, also as somebody's typing")
    func roundTrip() throws {
        var random = SeededGenerator(seed: 11)
        let (number, money) = (Self.field(.number), Self.field(.money))
        for _ in 0..<3000 {
            let minor = Int64.random(in: -5_000_000_000...5_000_000_000, using: &random)
            let value = FieldValue.number(minor)
            #expect(FieldValue(stored: value.stored, kind: .number) == value)
            #expect(try FieldValue(value.stored, as: number, currency: "EUR") == value, "\(value.stored)")
            let currency = ["EUR", "JPY", "KWD"].randomElement(using: &random) ?? "EUR"
            let amount = FieldValue.money(Money(minor: minor, currency: currency))
            #expect(FieldValue(stored: amount.stored, kind: .money) == amount)
            #expect(try FieldValue(amount.stored, as: money, currency: "USD") == amount, "\(amount.stored)")
        }
    }

    @Test("C4: bounds hold for numbers, amounts and dates, the bounds themselves included")
    func bounds() {
        let number = Self.field(.number, minimum: "0", maximum: "100")
        #expect(Self.stored("0", number) == "0")
        #expect(Self.stored("100", number) == "100")
        #expect(Self.stored("100,0001", number) == nil)
        #expect(Self.stored("-0,5", number) == nil)
        let date = Self.field(.date, minimum: "2026-01-01")
        #expect(Self.stored("2025-12-31", date) == nil)
        #expect(Self.stored("2026-01-01", date) == "2026-01-01")
        let money = Self.field(.money, minimum: "1000")
        #expect(Self.stored("999.99", money) == nil)
        #expect(Self.stored("1000", money) == "1000 EUR")
    }

    @Test("C4: a choice takes its options only, in whatever case, and keeps them as they are defined")
    func choice() {
        let field = Self.field(.choice, options: ["Small", "Large"])
        #expect(Self.stored("large", field) == "Large")
        #expect(Self.stored("Medium", field) == nil)
    }

    @Test("C4: a refusal names the field and says why")
    func refusal() {
        let field = FieldDefinition(key: "seats", label: "Seats", kind: .number, maximum: "10")
        #expect {
            try FieldValue("11", as: field, currency: "EUR")
        } throws: { error in
            let issues = (error as? Refusal)?.issues
            return issues == [.init("/fields/seats", "Seats: must be at most 10.")]
        }
    }

    @Test(
        "C4: a definition that cannot work is found out",
        arguments: [
            FieldDefinition(key: "Bad Key", label: "X", kind: .text),
            FieldDefinition(key: "a", label: " ", kind: .text),
            FieldDefinition(key: "a", label: "X", kind: .choice, options: ["one"]),
            FieldDefinition(key: "a", label: "X", kind: .choice, options: ["one", "ONE"]),
            FieldDefinition(key: "a", label: "X", kind: .number, minimum: "5", maximum: "4"),
            FieldDefinition(key: "a", label: "X", kind: .date, minimum: "soon"),
            FieldDefinition(key: "a", label: "X", kind: .text, minimum: "1"),
        ]
    )
    func faults(field: FieldDefinition) {
        #expect(!field.faults.isEmpty)
    }
}
