/// How durations are spread: a strip to the median and on to the 90th percentile, all on one scale.
enum StripChart {
    struct Row {
        var label: String
        var median: Double
        var p90: Double
    }

    private static let rowHeight = 44.0

    static func draw(title: String, _ rows: [Row], id: String, words: (Double) -> String) -> Chart {
        let top = max(rows.map(\.p90).max() ?? 0, .leastNonzeroMagnitude)
        let svg = Chart.image(
            id: id,
            title: title,
            description: rows.map { describe($0, words) }.joined(separator: "; ") + ".",
            height: rowHeight * Double(rows.count)
        ) { svg in
            for (number, row) in rows.enumerated() {
                let y = Double(number) * rowHeight
                let (half, most) = (row.median / top, row.p90 / top)
                svg.heading(row.label, words(row.median), more: "90 % within \(words(row.p90))", y: y + 14)
                svg.add(
                    "line",
                    ["class": "grid", "x1": "0", "x2": "100%", "y1": (y + 28).coordinate, "y2": (y + 28).coordinate]
                )
                svg.add(
                    "rect",
                    [
                        "class": "spread", "x": half.percent, "y": (y + 24).coordinate,
                        "width": max(0, most - half).percent, "height": "8",
                    ]
                )
                svg.bar(from: 0, to: half, y: y + 21, height: 14, look: 0, id: id, describe(row, words))
                svg.add(
                    "rect",
                    [
                        "class": "stop", "x": most.percent, "y": (y + 20).coordinate, "width": "2", "height": "16",
                        "transform": "translate(-2 0)",
                    ]
                )
            }
        }
        return Chart(
            title: title,
            svg: svg,
            keys: [.init(label: "Half within (median)", look: 0), .init(label: "90 % within", look: 1)],
            keyShape: "strip"
        )
    }

    private static func describe(_ row: Row, _ words: (Double) -> String) -> String {
        "\(row.label): median \(words(row.median)), 90 percent within \(words(row.p90))"
    }
}
