/// The steps on the way to a sale: how many got there, and how many of the step before did not.
struct FunnelChart {
    struct Step {
        var label: String
        var reached: Int
        /// "62.0 %" of all; empty where nothing can be said.
        var ofAll: String
        /// "71.0 %" of the step before; empty for the first.
        var ofPrevious: String
    }

    private static let rowHeight = 62.0

    static func draw(title: String, _ steps: [Step], id: String, words: (Int) -> String) -> Chart {
        let top = Double(max(1, steps.map(\.reached).max() ?? 1))
        let svg = Chart.image(
            id: id,
            title: title,
            description: steps.map { describe($0, words) }.joined(separator: "; ") + ".",
            height: max(0, rowHeight * Double(steps.count) - 14)
        ) { svg in
            var before: Double?
            for (row, step) in steps.enumerated() {
                let y = Double(row) * rowHeight
                let end = Double(step.reached) / top
                svg.heading(
                    step.label,
                    words(step.reached),
                    more: step.ofAll.isEmpty ? "" : "\(step.ofAll) of all",
                    y: y + 14
                )
                if let before, before > end {
                    svg.add(
                        "rect",
                        [
                            "class": "lost", "x": end.percent, "y": (y + 21).coordinate,
                            "width": (before - end).percent,
                            "height": "18",
                        ]
                    )
                }
                svg.bar(from: 0, to: end, y: y + 21, height: 18, look: 0, id: id, describe(step, words))
                if !step.ofPrevious.isEmpty {
                    svg.text(
                        "\(step.ofPrevious) of the step before",
                        ["class": "note", "x": "0", "y": (y + 53).coordinate]
                    )
                }
                before = end
            }
        }
        return Chart(title: title, svg: svg)
    }

    private static func describe(_ step: Step, _ words: (Int) -> String) -> String {
        var text = "\(step.label): \(words(step.reached))"
        if !step.ofAll.isEmpty { text += ", \(step.ofAll) of all" }
        if !step.ofPrevious.isEmpty { text += ", \(step.ofPrevious) of the step before" }
        return text
    }
}
