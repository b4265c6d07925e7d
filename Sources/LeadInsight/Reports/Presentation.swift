extension GroupBy {
    /// The column that names the group; none where there is only one.
    var column: [ReportTable.Column] {
        self == .all ? [] : [ReportTable.Column(rawValue, label, .text)]
    }

    /// The cell of that column.
    func cell(_ label: String) -> [ReportTable.Cell] {
        self == .all ? [] : [.text(label)]
    }

    /// A title with what the report is grouped by.
    func title(_ name: ReportName) -> String {
        self == .all ? name.title : "\(name.title) by \(label.lowercased())"
    }
}

extension ReportChart {
    /// More series than this cannot be told apart; the table has them all.
    private static let mostSeries = 12

    /// Bars over the categories, one series per group, both in the order they come.
    ///
    /// Nil where it could not be read.
    static func byGroup(
        title: String,
        shape: Shape = .bars,
        unit: ReportTable.Kind,
        _ points: [(group: String, category: String, value: Double?)]
    ) -> ReportChart? {
        let groups = unique(points.map(\.group))
        let categories = unique(points.map(\.category))
        guard !points.isEmpty, groups.count <= mostSeries else { return nil }
        var values: [[String]: Double] = [:]
        for point in points { values[[point.group, point.category]] = point.value }
        return ReportChart(
            title: title,
            shape: shape,
            unit: unit,
            categories: .labels(categories),
            series: groups.map { group in Series(group, categories.map { values[[group, $0]] }) }
        )
    }

    private static func unique(_ labels: [String]) -> [String] {
        var seen: Set<String> = []
        return labels.filter { seen.insert($0).inserted }
    }
}
