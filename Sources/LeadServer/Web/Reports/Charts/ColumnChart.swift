/// Upright bars over time, one a month.
enum ColumnChart {
    /// How much of its place a column fills.
    private static let fill = 0.7

    static func draw(_ data: ChartData, id: String) -> Chart {
        let axis = TimeAxis(scale: NiceScale(upTo: data.largest, data.steps), words: data.words)
        let values = data.series.first?.values ?? []
        let step = 1 / Double(max(1, values.count))
        let svg = Chart.image(id: id, title: data.title, description: data.description, height: TimeAxis.total) { svg in
            axis.grid(&svg)
            for (index, value) in values.enumerated() {
                guard let value, value > 0 else { continue }
                let y = axis.y(value)
                svg.add(
                    "rect",
                    [
                        "class": "measure look-0", "x": ((Double(index) + (1 - fill) / 2) * step).percent,
                        "y": y.coordinate,
                        "width": (fill * step).percent, "height": (TimeAxis.top + TimeAxis.height - y).coordinate,
                        "rx": "2",
                    ]
                ) { $0.title("\(data.categories[index]): \(data.words(value))") }
            }
            axis.months(&svg, data.categories) { (Double($0) + 0.5) * step }
            axis.ticks(&svg)
        }
        return Chart(title: data.title, svg: svg)
    }
}
