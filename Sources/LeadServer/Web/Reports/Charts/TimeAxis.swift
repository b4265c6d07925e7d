/// The ground of charts over time: round values as lines, a few months below.
struct TimeAxis {
    static let top = 18.0
    static let height = 220.0
    /// The whole drawing, with room for the months.
    static let total = top + height + 26

    let scale: NiceScale
    let words: (Double) -> String

    /// How far down a value is.
    func y(_ value: Double) -> Double {
        Self.top + Self.height * (1 - scale.position(value))
    }

    func grid(_ svg: inout SVG) {
        for tick in scale.ticks {
            let y = y(tick).coordinate
            svg.add("line", ["class": "grid", "x1": "0", "x2": "100%", "y1": y, "y2": y])
        }
    }

    /// The values at the lines; drawn last, so that they can be read above everything.
    func ticks(_ svg: inout SVG) {
        for tick in scale.ticks where tick > 0 {
            svg.text(words(tick), ["class": "tick", "x": "0", "y": (y(tick) - 4).coordinate])
        }
    }

    /// - Parameter place: where the category of an index is, 0–1.
    func months(_ svg: inout SVG, _ categories: [String], place: (Int) -> Double) {
        for (order, index) in Self.labelled(categories.count).enumerated() {
            let place = place(index)
            let anchor = place < 0.08 ? "start" : place > 0.92 ? "end" : "middle"
            svg.text(
                categories[index],
                [
                    "class": order % 2 == 0 ? "tick" : "tick wide-only", "x": place.percent,
                    "y": (Self.top + Self.height + 18).coordinate, "text-anchor": anchor,
                ]
            )
        }
    }

    /// The labels that fit: at most `most` of them, evenly apart, always with the first.
    static func labelled(_ count: Int, most: Int = 8) -> [Int] {
        Array(stride(from: 0, to: count, by: max(1, (count + most - 1) / most)))
    }
}
