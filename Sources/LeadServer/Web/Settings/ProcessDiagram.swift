import LeadCore

/// Draws a lead process: the way ahead as one line from left to right, nurture and the closed statuses below it.
///
/// Moves between neighbours are straight; those that leave a status out are arcs above, those that go back are arcs between
/// the lines, and those to and from the lower line are curves. Two moves that are each other's way back share one line.
struct ProcessDiagram {
    private enum Size {
        static let node = (width: 132, height: 48)
        static let gap = 36
        static let step = node.width + gap
        static let margin = 8
        /// Room for one more status under an arc.
        static let arc = 34
        /// From the upper line to the lower one.
        static let drop = 150
    }

    private struct Place {
        var step: LeadProcess.Step
        var left: Int
        /// On the upper line, counted from 0; nil on the lower.
        var column: Int?

        var middle: Int { left + Size.node.width / 2 }
    }

    private let places: [Place]
    private let width: Int
    /// The upper line's top, below its arcs.
    private let upper: Int
    private let lower: Int
    private let tone: (Status) -> String

    /// - Parameter tone: the colour that a status has on every page.
    init(_ process: LeadProcess, tone: @escaping (Status) -> String) {
        self.tone = tone
        let ahead = process.steps.filter { $0.kind.isAhead }
        let aside = process.steps.filter { !$0.kind.isAhead }
        let columns = max(ahead.count, aside.count, 1)
        width = columns * Size.step - Size.gap + 2 * Size.margin
        let main = ahead.enumerated().map { column, step in
            Place(step: step, left: Size.margin + column * Size.step, column: column)
        }
        places = main + Self.lowerLine(aside, below: main, width: width)
        upper = Size.margin + Self.longestSkip(main) * Size.arc
        lower = upper + Size.node.height + (aside.isEmpty ? 0 : Size.drop)
    }

    var view: DiagramView {
        DiagramView(
            width: width,
            height: lower + Size.node.height + Size.margin,
            description: "The statuses of a lead and the moves between them. The table below lists the same.",
            edges: edges,
            nodes: places.map(node)
        )
    }

    // MARK: Places

    /// Puts each status of the lower line under the middle of those it is connected with, left to right, none upon another.
    private static func lowerLine(_ steps: [LeadProcess.Step], below main: [Place], width: Int) -> [Place] {
        let wished = steps.map { step in
            let near = main.filter { $0.step.moves.contains(step.status) || step.moves.contains($0.step.status) }
            let middle = near.isEmpty ? width / 2 : near.map(\.left).reduce(0, +) / near.count
            return (step, left: middle)
        }.sorted { $0.left < $1.left }
        var places: [Place] = []
        var free = Size.margin
        for (index, (step, left)) in wished.enumerated() {
            let rest = wished.count - index - 1
            let last = width - Size.margin - Size.node.width - rest * Size.step
            let taken = min(max(left, free), last)
            places.append(Place(step: step, left: taken, column: nil))
            free = taken + Size.step
        }
        return places
    }

    /// How many statuses the longest arc above leaves out.
    private static func longestSkip(_ main: [Place]) -> Int {
        let skips = main.enumerated().flatMap { column, place in
            main.enumerated()
                .filter { place.step.moves.contains($0.element.step.status) }
                .map { $0.offset - column - 1 }
        }
        return max(0, skips.max() ?? 0)
    }

    private func node(_ place: Place) -> DiagramNode {
        let top = top(place)
        let lines = Self.wrapped(place.step.label)
        let first = top + Size.node.height / 2 + 5 - (lines.count - 1) * 8
        return DiagramNode(
            code: place.step.status.rawValue,
            tone: tone(place.step.status),
            lines: lines.enumerated().map { DiagramLine(text: $1, x: place.middle, y: first + $0 * 16) },
            left: place.left,
            top: top,
            width: Size.node.width,
            height: Size.node.height
        )
    }

    private func top(_ place: Place) -> Int {
        place.column == nil ? lower : upper
    }

    /// One line when it fits, else two of about the same length.
    static func wrapped(_ label: String, width: Int = 17) -> [String] {
        let words = label.split(separator: " ")
        guard label.count > width, words.count > 1 else { return [label] }
        let cuts = (1..<words.count).map { (words[..<$0].joined(separator: " "), words[$0...].joined(separator: " ")) }
        let best = cuts.min { max($0.0.count, $0.1.count) < max($1.0.count, $1.1.count) }
        return best.map { [$0.0, $0.1] } ?? [label]
    }

    // MARK: Moves

    private var edges: [DiagramEdge] {
        var edges: [DiagramEdge] = []
        for (index, from) in places.enumerated() {
            for (other, to) in places.enumerated() where from.step.moves.contains(to.step.status) && index != other {
                let isAnswered = to.step.moves.contains(from.step.status)
                let share = isAnswered && sharesLine(from, to)
                if share, index > other { continue }
                edges.append(edge(from, to, bothWays: share))
            }
        }
        return edges
    }

    /// Between the lines, and between neighbours, one line shows both ways.
    private func sharesLine(_ a: Place, _ b: Place) -> Bool {
        guard let one = a.column, let two = b.column else { return true }
        return abs(one - two) == 1
    }

    private func edge(_ from: Place, _ to: Place, bothWays: Bool) -> DiagramEdge {
        let (path, tone): (String, String) =
            switch (from.column, to.column) {
            case (let a?, let b?) where b == a + 1: (straight(from, to), "ahead")
            case (let a?, let b?) where b > a: (arcAbove(from, to, leavingOut: b - a - 1), "ahead")
            case (_?, _?): (arcBelow(from, to), "back")
            case (nil, nil): (arcUnder(from, to), "aside")
            default: (curve(from, to), "aside")
            }
        return DiagramEdge(
            from: from.step.status.rawValue,
            to: to.step.status.rawValue,
            path: path,
            tone: tone,
            bothWays: bothWays
        )
    }

    private func straight(_ from: Place, _ to: Place) -> String {
        let y = upper + Size.node.height / 2
        return "M\(from.left + Size.node.width) \(y)H\(to.left)"
    }

    private func arcAbove(_ from: Place, _ to: Place, leavingOut count: Int) -> String {
        let (a, b, peak) = (from.middle + 16, to.middle - 16, upper - count * Size.arc)
        return "M\(a) \(upper)C\(a + 24) \(peak) \(b - 24) \(peak) \(b) \(upper)"
    }

    private func arcBelow(_ from: Place, _ to: Place) -> String {
        let y = upper + Size.node.height
        let (a, b) = (from.middle - 24, to.middle + 24)
        return "M\(a) \(y)C\(a - 16) \(y + Size.arc) \(b + 16) \(y + Size.arc) \(b) \(y)"
    }

    private func arcUnder(_ from: Place, _ to: Place) -> String {
        let y = lower + Size.node.height / 2
        let isAhead = from.left < to.left
        return isAhead
            ? "M\(from.left + Size.node.width) \(y)H\(to.left)" : "M\(from.left) \(y)H\(to.left + Size.node.width)"
    }

    /// Leaves and arrives a little beside the middle, towards the other end, so that the heads do not lie upon each other.
    private func curve(_ from: Place, _ to: Place) -> String {
        let lean = max(-40, min(40, (to.middle - from.middle) / 8))
        let (a, b) = (from.middle + lean, to.middle - lean)
        let (y1, y2) = from.column == nil ? (lower, upper + Size.node.height) : (upper + Size.node.height, lower)
        let half = (y1 + y2) / 2
        return "M\(a) \(y1)C\(a) \(half) \(b) \(half) \(b) \(y2)"
    }
}

extension StatusKind {
    /// On the way from the first touch to the deal.
    fileprivate var isAhead: Bool {
        switch self {
        case .new, .working, .qualified, .handed, .accepted, .converted: true
        case .nurture, .rejected, .lost, .merged: false
        }
    }
}
