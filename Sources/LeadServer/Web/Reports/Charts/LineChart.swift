/// One line a series over time, or an area where there is only one; lines differ in dash as well as colour.
enum LineChart {
    /// Inner units of the stretched plot: lines keep their weight, text stays outside of it.
    private static let width = 1000.0

    static func draw(_ data: ChartData, id: String) -> Chart {
        let axis = TimeAxis(scale: NiceScale(upTo: data.largest, data.steps), words: data.words)
        let svg = Chart.image(id: id, title: data.title, description: data.description, height: TimeAxis.total) { svg in
            axis.grid(&svg)
            svg.add(
                "svg",
                [
                    "x": "0", "y": TimeAxis.top.coordinate, "width": "100%", "height": TimeAxis.height.coordinate,
                    "viewBox": "0 0 \(width.coordinate) \(TimeAxis.height.coordinate)", "preserveAspectRatio": "none",
                    "overflow": "visible",
                ]
            ) { svg in
                for (number, series) in data.series.enumerated() {
                    lines(&svg, series.values, axis.scale, look: series.look(number), filled: data.series.count == 1)
                }
            }
            dots(&svg, data, axis)
            axis.months(&svg, data.categories) { place($0, of: data.categories.count) }
            axis.ticks(&svg)
        }
        return Chart(title: data.title, svg: svg, keys: data.keys, keyShape: "line")
    }

    /// Where the point of a category is, 0–1.
    private static func place(_ index: Int, of count: Int) -> Double {
        count > 1 ? Double(index) / Double(count - 1) : 0.5
    }

    private static func lines(_ svg: inout SVG, _ values: [Double?], _ scale: NiceScale, look: Int, filled: Bool) {
        let floor = TimeAxis.height.coordinate
        for run in runs(values) {
            let points = run.map { index, value in
                let x = place(index, of: values.count) * width
                return (x: x.coordinate, y: (TimeAxis.height * (1 - scale.position(value))).coordinate)
            }
            let path = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
            if filled, let first = points.first, let last = points.last {
                svg.add(
                    "polygon",
                    ["class": "area look-\(look)", "points": "\(first.x),\(floor) \(path) \(last.x),\(floor)"]
                )
            }
            svg.add("polyline", ["class": "line look-\(look)", "points": path, "vector-effect": "non-scaling-stroke"])
        }
    }

    /// Values without a gap between them.
    private static func runs(_ values: [Double?]) -> [[(Int, Double)]] {
        var runs: [[(Int, Double)]] = [[]]
        for (index, value) in values.enumerated() {
            if let value {
                runs[runs.count - 1].append((index, value))
            } else if runs.last?.isEmpty == false {
                runs.append([])
            }
        }
        return runs.filter { !$0.isEmpty }
    }

    /// Every value as a place that a pointer can ask.
    private static func dots(_ svg: inout SVG, _ data: ChartData, _ axis: TimeAxis) {
        for (number, series) in data.series.enumerated() {
            for (index, value) in series.values.enumerated() {
                guard let value else { continue }
                svg.add(
                    "circle",
                    [
                        "class": "dot look-\(series.look(number))", "cx": place(index, of: series.values.count).percent,
                        "cy": axis.y(value).coordinate, "r": "4",
                    ]
                ) { $0.title("\(data.categories[index]), \(series.label): \(data.words(value))") }
            }
        }
    }
}
