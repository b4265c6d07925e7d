import LeadCore
import LeadInsight

/// Turns an answer into its page, the same way for every report.
struct ReportPresenter {
    let answer: ReportAnswer
    let query: ReportQuery
    let words: ReportWords
    /// What the filters offer; the owners as value and name.
    let sources: [String]
    let campaigns: [String]
    let productClasses: [String]
    let owners: [Option]

    private var name: ReportName { answer.question.name }
    private var address: String { "/reports/\(name.rawValue)" }

    func view(_ page: PageFrame, now: Instant) -> ReportPageView {
        let (charts, isSplit) = ReportCharts(words: words).charts(of: answer)
        let limits = limits
        return ReportPageView(
            page: page,
            title: name.title,
            summary: name.summary,
            asOf: "As of \(TimeWords(now: now, zone: words.zone).text(answer.question.scope.asOf))",
            reports: ReportIndexView.order.flatMap(\.names).map { other in
                ViewTab(
                    name: other.title,
                    href: query.with(.by, "").with(.sort, "").with(.order, "").href("/reports/\(other.rawValue)"),
                    current: other == name
                )
            },
            groupings: groupings,
            address: address,
            filters: filters,
            hidden: [ReportQuery.Item.by, .sort, .order].filter { !query[$0].isEmpty }.map {
                HiddenField(name: $0.rawValue, value: query[$0])
            },
            filterCount: limits.isEmpty ? nil : String(limits.count),
            limits: limits,
            clear: query.unlimited.href(address),
            charts: charts.map(ChartView.init),
            isSplit: isSplit,
            tables: answer.tables.enumerated().map { table($1, number: $0) },
            isEmpty: answer.tables.allSatisfy(\.rows.isEmpty),
            definitions: name.definitions.map { DefinitionView(term: $0, meaning: $1) },
            csv: query.href("\(address).csv"),
            json: query.href("\(address).json")
        )
    }

    private var groupings: [ViewTab] {
        guard name.canBeGrouped else { return [] }
        return GroupBy.allCases.map { groupBy in
            ViewTab(
                name: groupBy == .all ? "Together" : "By \(groupBy.label.lowercased())",
                href: query.with(.by, groupBy == .all ? "" : groupBy.rawValue).href(address),
                current: groupBy == answer.question.groupBy
            )
        }
    }

    private var filters: [Field] {
        func select(_ item: ReportQuery.Item, _ label: String, _ options: [Option]) -> Field {
            .select(
                item.rawValue,
                label,
                options: [Option(value: "", label: "All")]
                    + options.map { option in
                        var option = option
                        option.chosen = option.value == query[item]
                        return option
                    }
            )
        }
        func named(_ names: [String]) -> [Option] { names.map { Option(value: $0, label: $0) } }
        return [
            select(.source, "Source", named(sources)),
            select(.campaign, "Campaign", named(campaigns)),
            select(.productClass, "Product class", named(productClasses)),
            select(.owner, "Owner", owners),
            .input(ReportQuery.Item.from.rawValue, "Created from", value: query[.from], type: "date"),
            .input(ReportQuery.Item.to.rawValue, "Created to", value: query[.to], type: "date"),
            .input(ReportQuery.Item.asOf.rawValue, "As it was at the end of", value: query[.asOf], type: "date"),
        ]
    }

    /// "Source Web", "created from 2026-01-01".
    private var limits: [String] {
        ReportQuery.limits.compactMap { item in
            let value = query[item]
            guard !value.isEmpty else { return nil }
            return switch item {
            case .owner: "Owner \(owners.first { $0.value == value }?.label ?? "somebody who left")"
            case .source: "Source \(value)"
            case .campaign: "Campaign \(value)"
            case .productClass: "Product class \(value)"
            case .from: "Created from \(value)"
            case .to: "Created to \(value)"
            default: "As it was at the end of \(value)"
            }
        }
    }

    private func table(_ table: ReportTable, number: Int) -> ReportTableView {
        let sort = ReportSort(query)
        let rows = sort?.rows(of: table) ?? table.rows
        return ReportTableView(
            id: "table-\(number)",
            title: table.title,
            columns: table.columns.map { column in
                let isCurrent = sort?.key == column.key
                let order = isCurrent && sort?.descending == true ? "ascending" : "descending"
                return SortColumn(
                    label: column.title,
                    href: query.with(.sort, column.key).with(.order, order).href(address) + "#table-\(number)",
                    order: isCurrent ? (sort?.descending == true ? "descending" : "ascending") : nil,
                    numeric: column.kind.isNumeric
                )
            },
            rows: rows.map { row in
                ReportRowView(
                    cells: row.enumerated().map { column, cell in
                        var view = words.cell(cell, heading: column == 0)
                        view.numeric = table.columns[column].kind.isNumeric
                        return view
                    }
                )
            },
            isEmpty: table.rows.isEmpty,
            notes: table.notes
        )
    }
}

extension ChartView {
    init(_ chart: Chart) {
        self.init(
            title: chart.title,
            svg: chart.svg,
            keys: chart.keys.map {
                ChartKeyView(
                    label: $0.label,
                    style: "key-\(chart.keyShape) look-\($0.look)\($0.textured ? " textured" : "")"
                )
            }
        )
    }
}
