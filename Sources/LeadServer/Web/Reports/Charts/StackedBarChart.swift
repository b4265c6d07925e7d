/// One bar a category, its series behind one another, with the total at its end.
enum StackedBarChart {
    private static let rowHeight = 46.0
    /// A segment narrower than this share of the width has no room for its number.
    private static let roomForNumber = 0.12

    static func draw(_ data: ChartData, id: String) -> Chart {
        let totals = data.categories.indices.map { place in
            data.series.reduce(0) { $0 + max(0, $1.values[place] ?? 0) }
        }
        let top = max(totals.max() ?? 0, .leastNonzeroMagnitude)
        let svg = Chart.image(
            id: id,
            title: data.title,
            description: data.description,
            height: rowHeight * Double(data.categories.count)
        ) { svg in
            for (place, category) in data.categories.enumerated() {
                let y = Double(place) * rowHeight
                svg.heading(category, data.words(totals[place]), y: y + 14)
                var start = 0.0
                for (number, series) in data.series.enumerated() {
                    guard let value = series.values[place], value > 0 else { continue }
                    let end = start + value / top
                    svg.bar(
                        from: start,
                        to: end,
                        y: y + 21,
                        height: 17,
                        look: series.look(number),
                        textured: number % 2 == 1,
                        id: id,
                        "\(category), \(series.label): \(data.words(value))"
                    )
                    if end - start >= roomForNumber, data.series.count > 1 {
                        svg.text(
                            data.words(value),
                            [
                                "class": "inside look-\(series.look(number))", "x": ((start + end) / 2).percent,
                                "y": (y + 33.5).coordinate, "text-anchor": "middle",
                            ]
                        )
                    }
                    start = end
                }
            }
        }
        return Chart(title: data.title, svg: svg, keys: data.keys)
    }
}
