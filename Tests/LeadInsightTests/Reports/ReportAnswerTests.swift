import LeadCore
import LeadInsight
import Testing

@Suite("Report answers")
struct ReportAnswerTests {
    @Test("I2: every report comes as tables whose cells are what their columns say", arguments: ReportName.allCases)
    func tablesAreTyped(name: ReportName) {
        let columns = PlainLife(seed: 3).columns
        let months = [Int64(0), 600_000, 1_200_000].map(Instant.init)
        for groupBy in GroupBy.allCases where name.canBeGrouped || groupBy == .all {
            let answer = columns.answer(ReportQuestion(name, by: groupBy, Scope(at: 1_500_000), monthStarts: months))
            #expect(!answer.tables.isEmpty)
            for table in answer.tables {
                #expect(!table.rows.isEmpty)
                #expect(Set(table.columns.map(\.key)).count == table.columns.count)
                for row in table.rows {
                    #expect(row.count == table.columns.count)
                    #expect(zip(row, table.columns).allSatisfy { $0.fits($1.kind) })
                }
            }
        }
    }

    @Test("I9: a chart has one value per series and category, and its table has rows", arguments: ReportName.allCases)
    func chartsAreComplete(name: ReportName) throws {
        let columns = PlainLife(seed: 3).columns
        let months = [Int64(0), 600_000, 1_200_000].map(Instant.init)
        let answer = columns.answer(ReportQuestion(name, Scope(at: 1_500_000), monthStarts: months))
        let chart = try #require(answer.chart)
        #expect(!chart.series.isEmpty)
        #expect(chart.series.allSatisfy { $0.values.count == chart.categories.count })
    }

    @Test("An empty workspace has an answer to every question", arguments: ReportName.allCases)
    func emptyWorkspace(name: ReportName) {
        let columns = Columns { from, to in to - from }
        let answer = columns.answer(ReportQuestion(name, by: .owner, Scope(at: 0)))
        #expect(answer.tables.allSatisfy { $0.rows.isEmpty })
    }

    @Test("X20: asked twice as of the same date, the answer is the same after more has happened")
    func asOfIsStable() {
        let world = PlainWorld(seed: 9)
        let asOf = Int64(700_000)
        var columns = PlainWorld.emptyColumns
        let ledger = world.history.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
        let cut = ledger.firstIndex { $0.at > asOf } ?? ledger.endIndex
        PlainWorld.feed(ledger[..<cut], to: &columns)
        let questions = ReportName.allCases.flatMap { name in
            GroupBy.allCases.map {
                ReportQuestion(name, by: $0, Scope(at: asOf), monthStarts: [Instant(milliseconds: 300_000)])
            }
        }
        let before = questions.map { columns.answer($0) }
        PlainWorld.feed(ledger[cut...], to: &columns)
        for (question, answer) in zip(questions, before) {
            #expect(columns.answer(question) == answer, "\(question.name.rawValue) by \(question.groupBy.rawValue)")
        }
    }
}

extension ReportTable.Cell {
    fileprivate func fits(_ kind: ReportTable.Kind) -> Bool {
        switch self {
        case .none: true
        case .text: kind == .text
        case .count: kind == .count
        case .duration: kind == .duration
        case .money: kind == .money
        case .share: kind == .share
        case .instant: kind == .instant
        }
    }
}
