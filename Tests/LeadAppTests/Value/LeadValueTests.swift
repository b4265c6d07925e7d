import LeadApp
import LeadCore
import LeadInsight
import LeadStore
import Testing

@Suite("The value of a lead")
struct LeadValueTests {
    private let manager = Workplace.actor(Workplace.manager)
    private let ann = Workplace.actor(Workplace.ann)

    private static func euros(_ amount: Int64) -> Money { Money(minor: amount * 100, currency: "EUR") }

    private func productClass(_ name: String, worth: Int64?, _ workplace: Workplace) async throws {
        let command = SaveProductClass(name: name, defaultValue: worth.map(Self.euros))
        try await workplace.app.perform(command, as: manager)
    }

    private func lead(
        _ number: Int,
        _ productClass: String,
        value: Int64? = nil,
        _ workplace: Workplace
    ) async throws
        -> Lead.ID
    {
        try await workplace.lead {
            $0.name = "Person \(number)"
            $0.email = "person\(number)@company\(number).example"
            $0.company = "Company \(number)"
            $0.productClass = productClass
            $0.value = value.map(Self.euros)
        }
    }

    private func qualify(_ lead: Lead.ID, _ workplace: Workplace) async throws {
        try await workplace.app.perform(
            QualifyLead(lead: lead, levels: ["need": .high, "urgency": .high, "fit": .high], conclude: true),
            as: manager
        )
    }

    @Test("H3: a class's value holds until somebody says another, and follows when the class is revalued")
    func classValue() async throws {
        let workplace = try await Workplace()
        try await productClass("Scanners", worth: 5000, workplace)
        let id = try await lead(1, "Scanners", workplace)
        #expect(try await workplace.detail(id).value.expected.source == .productClass)
        #expect(try await workplace.detail(id).value.expected.value == Self.euros(250))
        try await workplace.app.perform(ValueLead(lead: id, value: Self.euros(8000)), as: ann)
        try await qualify(id, workplace)
        let expected = try await workplace.detail(id).value.expected
        #expect(expected.source == .stated)
        #expect(expected.value == Self.euros(3200))
    }

    @Test("H3: the board's sums are the sums of its leads' expected values, to the cent")
    func board() async throws {
        let workplace = try await Workplace()
        try await productClass("Scanners", worth: 3333, workplace)
        try await productClass("Paper", worth: nil, workplace)
        for number in 1...9 {
            let id = try await lead(
                number,
                number % 2 == 0 ? "Scanners" : "Paper",
                value: number % 3 == 0 ? Int64(number * 111) : nil,
                workplace
            )
            if number > 5 { try await qualify(id, workplace) }
        }
        let board = try await workplace.app.fetch(Board(), as: manager)
        var filter = LeadFilter()
        filter.limit = 100
        let list = try await workplace.app.fetch(LeadList(filter), as: manager)
        #expect(list.rows.count == 9)
        for column in board.columns {
            let leads = list.rows.filter { $0.status == column.step.status }
            let expected = leads.compactMap { list.policy.expectedValue($0.valueBasis).value?.minor }
            #expect(column.expected.reduce(0) { $0 + $1.minor } == expected.reduce(0, +))
            let worth = leads.compactMap { ($0.value ?? $0.classValue)?.minor }
            #expect(column.values.reduce(0) { $0 + $1.minor } == worth.reduce(0, +))
        }
        #expect(board.columns.contains { !$0.expected.isEmpty })
    }

    @Test("H3: the export's expected value is the rule's, for open leads, deals and leads that share a deal")
    func export() async throws {
        let workplace = try await Workplace()
        try await productClass("Scanners", worth: 3333, workplace)
        var leads = [try await lead(1, "Scanners", workplace), try await lead(2, "Scanners", value: 777, workplace)]
        try await qualify(leads[1], workplace)
        for name in ["Scanners", "General"] {
            workplace.advance(.minutes(1))
            let id = try await lead(3, name, value: 900, workplace)
            try await qualify(id, workplace)
            leads.append(id)
        }
        _ = try await workplace.app.perform(
            ConvertLeads(leads: Array(leads[2...]), name: "Both", amount: Self.euros(1001)),
            as: manager
        )
        let lines = Lines()
        _ = try await workplace.app.fetch(ExportTable(.leads, as: .csv) { lines.add($0) }, as: manager)
        let header = lines.all[0].trimmed(by: "\r\n").split(separator: ",").map(String.init)
        let place = try #require(header.firstIndex(of: "expected_value"))
        for line in lines.all.dropFirst() {
            let cells = line.trimmed(by: "\r\n").split(separator: ",", omittingEmptySubsequences: false).map(
                String.init
            )
            let id = try #require(Lead.ID(cells[0]))
            let expected = try await workplace.detail(id).value.expected.value
            #expect(cells[place] == (expected.map(\.decimal) ?? ""))
        }
        #expect(lines.all.count == 5)
        #expect(try await workplace.detail(leads[2]).value.expected.value == Self.euros(1001).fifth)
        #expect(try await workplace.detail(leads[3]).value.expected.source == .otherLead)
    }

    @Test("H3, G5: what an account buys later counts with the lead that opened the relation, within each horizon")
    func lifetime() async throws {
        let workplace = try await Workplace()
        try await productClass("Scanners", worth: nil, workplace)
        let first = try await lead(1, "Scanners", workplace)
        try await sell([first], 1000, workplace)
        workplace.advance(.days(100))
        let second = try await lead(1, "Scanners", workplace)
        try await sell([second], 500, workplace)
        let opener = try await workplace.detail(first)
        #expect(opener.value.realised.compactMap(\.amount) == [Self.euros(1000)])
        #expect(opener.value.attributed(to: first).compactMap(\.amount) == [Self.euros(500)])
        #expect(opener.value.credited(to: opener.lead, within: .quarter).compactMap(\.amount) == [Self.euros(1000)])
        #expect(opener.value.credited(to: opener.lead, within: .year).count == 2)
        let later = try await workplace.detail(second)
        #expect(later.value.realised.compactMap(\.amount) == [Self.euros(500)])
        #expect(later.value.credited.isEmpty)
        #expect(later.value.firstTouch == first)
        let report = try await workplace.app.fetch(FetchReport(.value), as: manager).report.tables[0]
        let row = Dictionary(uniqueKeysWithValues: zip(report.columns.map(\.key), report.rows[0]))
        #expect(row["realised"] == .money(Amounts([Self.euros(1500)])))
        #expect(row["attributed"] == .money(Amounts([Self.euros(500)])))
        #expect(row["within-90"] == .money(Amounts([Self.euros(1000)])))
        #expect(row["lifetime"] == .money(Amounts([Self.euros(1500)])))
    }

    private func sell(_ leads: [Lead.ID], _ amount: Int64, _ workplace: Workplace) async throws {
        for lead in leads { try await qualify(lead, workplace) }
        let deal = try await workplace.app.perform(
            ConvertLeads(leads: leads, name: "Deal", amount: Self.euros(amount)),
            as: manager
        )
        try await workplace.app.perform(WinOpportunity(opportunity: deal.opportunity), as: manager)
    }

    @Test("H3: chances are policy: a new version values leads anew, and impossible ones are refused")
    func policy() async throws {
        let workplace = try await Workplace()
        let id = try await lead(1, "General", value: 1000, workplace)
        var body = PolicyBody.standard
        body.chances?.new.ungraded = 50
        try await workplace.app.perform(SetPolicy(body: body), as: .system)
        #expect(try await workplace.detail(id).value.expected.value == Self.euros(500))
        body.chances?.new.ungraded = 150
        let impossible = body
        await #expect { try await workplace.app.perform(SetPolicy(body: impossible), as: .system) } throws: {
            ($0 as? Refusal)?.code == "chances_impossible"
        }
    }
}

extension Money {
    /// A fifth of it: the chance of the first stage.
    fileprivate var fifth: Money { Money(minor: minor / 5, currency: currency) }

    /// "33.30".
    fileprivate var decimal: String { "\(minor / 100).\(minor % 100 / 10)\(minor % 10)" }
}

extension String {
    fileprivate func trimmed(by end: String) -> String { hasSuffix(end) ? String(dropLast(1)) : self }
}
