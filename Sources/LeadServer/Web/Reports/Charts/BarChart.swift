/// Horizontal bars: one a category, or a few side by side where there are several series.
enum BarChart {
    static func draw(_ data: ChartData, id: String) -> Chart {
        data.series.count > 1 ? grouped(data, id) : single(data, id)
    }

    private static let rowHeight = 42.0

    private static func single(_ data: ChartData, _ id: String) -> Chart {
        let values = data.series.first?.values ?? []
        let top = max(data.largest, .leastNonzeroMagnitude)
        let svg = Chart.image(
            id: id,
            title: data.title,
            description: data.description,
            height: rowHeight * Double(data.categories.count)
        ) { svg in
            for (row, category) in data.categories.enumerated() {
                let y = Double(row) * rowHeight
                let value = row < values.count ? values[row] : nil
                svg.heading(category, value.map(data.words) ?? "–", y: y + 14)
                svg.add(
                    "rect",
                    ["class": "ground", "x": "0", "y": (y + 21).coordinate, "width": "100%", "height": "12", "rx": "3"]
                )
                guard let value, value > 0 else { continue }
                svg.bar(
                    from: 0,
                    to: value / top,
                    y: y + 21,
                    height: 12,
                    look: 0,
                    id: id,
                    "\(category): \(data.words(value))"
                )
            }
        }
        return Chart(title: data.title, svg: svg)
    }

    /// Bars end at three quarters of the width, so that the value stands beside each.
    private static let reach = 0.76
    private static let barHeight = 17.0

    private static func grouped(_ data: ChartData, _ id: String) -> Chart {
        let group = 24 + barHeight * Double(data.series.count) + 8
        let top = max(data.largest, .leastNonzeroMagnitude)
        let svg = Chart.image(
            id: id,
            title: data.title,
            description: data.description,
            height: group * Double(data.categories.count)
        ) { svg in
            for (place, category) in data.categories.enumerated() {
                let y = Double(place) * group
                svg.text(category, ["class": "label", "x": "0", "y": (y + 14).coordinate])
                for (number, series) in data.series.enumerated() {
                    let value = series.values[place]
                    let end = (value ?? 0) / top * reach
                    let line = y + 22 + Double(number) * barHeight
                    if end > 0 {
                        svg.bar(
                            from: 0,
                            to: end,
                            y: line,
                            height: barHeight - 4,
                            look: series.look(number),
                            textured: number % 2 == 1,
                            id: id,
                            "\(category), \(series.label): \(value.map(data.words) ?? "–")"
                        )
                    }
                    svg.text(
                        value.map(data.words) ?? "–",
                        ["class": "value small", "x": end.percent, "dx": "6", "y": (line + 11).coordinate]
                    )
                }
            }
        }
        return Chart(title: data.title, svg: svg, keys: data.keys)
    }
}
