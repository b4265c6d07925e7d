/// How durations are spread: a strip to the median and on to the 90th percentile, all on one scale.
enum StripChart {
    struct Row {
        var label: String
        var median: Double
        var p90: Double
    }

    private static let rowHeight = 44.0
    /// One row this many times longer than all others would press them together; it is drawn cut instead.
    private static let farLonger = 3.0

    static func draw(title: String, _ rows: [Row], id: String, words: (Double) -> String) -> Chart {
        let top = scale(rows)
        let svg = Chart.image(
            id: id,
            title: title,
            description: rows.map { describe($0, words) }.joined(separator: "; ") + ".",
            height: rowHeight * Double(rows.count)
        ) { svg in
            for (number, row) in rows.enumerated() {
                let y = Double(number) * rowHeight
                let cut = row.p90 > top ? ", drawn cut" : ""
                svg.heading(row.label, words(row.median), more: "90 % within \(words(row.p90))\(cut)", y: y + 14)
                draw(row, top: top, y: y, id: id, describe(row, words), &svg)
            }
        }
        return Chart(
            title: title,
            svg: svg,
            keys: [.init(label: "Half within (median)", look: 0), .init(label: "90 % within", look: 1)],
            keyShape: "strip"
        )
    }

    /// Where the scale ends: at the longest row, or a little beyond the second where the longest is far longer.
    static func scale(_ rows: [Row]) -> Double {
        let ends = rows.map(\.p90).sorted(by: >)
        guard let longest = ends.first, longest > 0 else { return 1 }
        guard ends.count > 2, ends[1] > 0, longest > ends[1] * farLonger else { return longest }
        return ends[1] * 1.25
    }

    private static func draw(
        _ row: Row,
        top: Double,
        y: Double,
        id: String,
        _ words: String,
        _ svg: inout SVG
    ) {
        let (half, most) = (min(row.median / top, 1), min(row.p90 / top, 1))
        let line = (y + 28).coordinate
        svg.add("line", ["class": "grid", "x1": "0", "x2": "100%", "y1": line, "y2": line])
        svg.add(
            "rect",
            [
                "class": "spread", "x": half.percent, "y": (y + 24).coordinate, "width": (most - half).percent,
                "height": "8",
            ]
        )
        svg.bar(from: 0, to: half, y: y + 21, height: 14, look: 0, id: id, words)
        if row.p90 > top {
            svg.add(
                "svg",
                ["x": "92%", "y": (y + 18).coordinate, "width": "14", "height": "20", "overflow": "visible"]
            ) {
                $0.add("path", ["class": "cut", "d": "M0 20 6 0h5l-6 20z"])
            }
        } else {
            svg.add(
                "rect",
                [
                    "class": "stop", "x": most.percent, "y": (y + 20).coordinate, "width": "2", "height": "16",
                    "transform": "translate(-2 0)",
                ]
            )
        }
    }

    private static func describe(_ row: Row, _ words: (Double) -> String) -> String {
        "\(row.label): median \(words(row.median)), 90 percent within \(words(row.p90))"
    }
}
