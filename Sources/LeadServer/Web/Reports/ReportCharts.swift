import LeadCore
import LeadInsight

/// Chooses how a report is drawn: its own chart, or what tells more where its table has it.
struct ReportCharts {
    let words: ReportWords
    /// More series than this are drawn as small charts side by side.
    static let mostSeriesInOne = 4

    /// What is late is red wherever it is drawn.
    private static let looks = ["Overdue": 6, "Breached": 6]

    func charts(of answer: ReportAnswer) -> (charts: [Chart], isSplit: Bool) {
        let table = answer.tables.first
        if answer.question.groupBy == .all, let table {
            switch answer.question.name {
            case .funnel:
                if let chart = funnel(table) { return ([chart], false) }
            case .timeInStatus:
                if let chart = strip(table, title: "Time in status, ended stays") { return ([chart], false) }
            default: break
            }
        }
        if answer.question.name == .salesCycle, let table,
            let chart = strip(table, title: "From first contact to the sale")
        {
            return ([chart], false)
        }
        guard let chart = answer.chart, chart.categories.count > 0 else { return ([], false) }
        let data = data(chart)
        if chart.shape == .bars, data.series.count > Self.mostSeriesInOne { return (split(data), true) }
        if case .instants = chart.categories { return ([draw(data, chart.shape, isOverTime: true)], false) }
        return ([draw(data, chart.shape, isOverTime: false)], false)
    }

    private func data(_ chart: ReportChart) -> ChartData {
        let (words, unit) = (words, chart.unit)
        let categories =
            switch chart.categories {
            case .labels(let labels): labels
            case .instants(let instants): instants.map { words.month($0) }
            }
        return ChartData(
            title: chart.title,
            categories: categories,
            series: chart.series.map { .init(label: $0.label, values: $0.values, wantedLook: Self.looks[$0.label]) },
            words: { words.value($0, unit) },
            steps: unit.steps
        )
    }

    private func draw(_ data: ChartData, _ shape: ReportChart.Shape, isOverTime: Bool) -> Chart {
        switch shape {
        case .bars: isOverTime ? ColumnChart.draw(data, id: "chart") : BarChart.draw(data, id: "chart")
        case .stackedBars: StackedBarChart.draw(data, id: "chart")
        case .lines: LineChart.draw(data, id: "chart")
        }
    }

    /// One small chart a series, all on the scale of the largest.
    private func split(_ data: ChartData) -> [Chart] {
        data.series.enumerated().map { number, series in
            var one = data
            one.title = series.label
            one.series = [series]
            one.top = data.largest
            return BarChart.draw(one, id: "chart-\(number)")
        }
    }

    private func funnel(_ table: ReportTable) -> Chart? {
        guard let label = table.place("status"), let passed = table.place("passed"),
            let ofAll = table.place("of-all"),
            let ofPrevious = table.place("of-previous"), !table.rows.isEmpty
        else { return nil }
        let steps = table.rows.map { row in
            FunnelChart.Step(
                label: words.cell(row[label]).text,
                reached: row[passed].number.map { Int($0) } ?? 0,
                ofAll: row[ofAll] == .none ? "" : words.cell(row[ofAll]).text,
                ofPrevious: row[ofPrevious] == .none ? "" : words.cell(row[ofPrevious]).text
            )
        }
        return FunnelChart.draw(title: "Leads that got as far as each step", steps, id: "chart") {
            words.value(Double($0), .count)
        }
    }

    /// Median and 90th percentile of each row that has them.
    private func strip(_ table: ReportTable, title: String) -> Chart? {
        guard let median = table.place("median"), let p90 = table.place("p90") else { return nil }
        let names = table.columns.indices.filter { table.columns[$0].kind == .text }
        let rows = table.rows.compactMap { row -> StripChart.Row? in
            guard let half = row[median].number, let most = row[p90].number else { return nil }
            let label = names.map { words.cell(row[$0]).text }.joined(separator: ", ")
            return StripChart.Row(label: label.isEmpty ? "All" : label, median: half, p90: most)
        }
        guard !rows.isEmpty else { return nil }
        return StripChart.draw(title: title, rows, id: "chart") { words.value($0, .duration) }
    }
}

extension ReportTable {
    /// Where the column of this key is.
    fileprivate func place(_ key: String) -> Int? {
        columns.firstIndex { $0.key == key }
    }
}

extension ReportTable.Cell {
    /// The value as a chart draws it.
    fileprivate var number: Double? {
        switch self {
        case .count(let n): Double(n)
        case .duration(let span): Double(span.milliseconds)
        case .share(let share): share
        default: nil
        }
    }
}

extension ReportTable.Kind {
    fileprivate var steps: NiceScale.Steps {
        switch self {
        case .count: .counts
        case .duration: .durations
        case .share: .shares
        case .text, .money, .instant: .amounts
        }
    }
}
