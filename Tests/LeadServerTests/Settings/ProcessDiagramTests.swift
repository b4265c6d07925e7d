import LeadCore
import Testing

@testable import LeadServer

@Suite("The drawing of a process")
struct ProcessDiagramTests {
    /// The standard process, the smallest one, and ones made up from numbers.
    private func process(_ number: Int) -> LeadProcess {
        switch number {
        case 0: .standard
        case 1: LeadProcess(name: "Tiny", steps: [.init("open", "Open", .new, moves: [])])
        default: Self.made(seed: number)
        }
    }

    @Test("every move is drawn exactly once", arguments: 0..<32)
    func moves(number: Int) {
        let process = process(number)
        var drawn: [String] = []
        for edge in ProcessDiagram(process, tone: { _ in "open" }).view.edges {
            drawn.append("\(edge.from) \(edge.to)")
            if edge.bothWays { drawn.append("\(edge.to) \(edge.from)") }
        }
        let moves = process.steps.flatMap { step in
            step.moves.filter { $0 != step.status }.map { "\(step.status.rawValue) \($0.rawValue)" }
        }
        #expect(drawn.sorted() == moves.sorted())
    }

    @Test("every status has a place of its own inside the drawing", arguments: 0..<32)
    func places(number: Int) {
        let process = process(number)
        let view = ProcessDiagram(process, tone: { _ in "open" }).view
        #expect(view.nodes.map(\.code).sorted() == process.steps.map(\.status.rawValue).sorted())
        for (index, node) in view.nodes.enumerated() {
            #expect(node.left >= 0 && node.left + node.width <= view.width)
            #expect(node.top >= 0 && node.top + node.height <= view.height)
            for other in view.nodes[(index + 1)...] where other.top == node.top {
                #expect(abs(other.left - node.left) >= node.width)
            }
        }
    }

    @Test("a long label is cut between words into two lines of about the same length")
    func labels() {
        #expect(ProcessDiagram.wrapped("Open") == ["Open"])
        #expect(ProcessDiagram.wrapped("Future potential buyer") == ["Future", "potential buyer"])
        #expect(ProcessDiagram.wrapped("Qualification in process") == ["Qualification", "in process"])
        #expect(ProcessDiagram.wrapped("Donaudampfschifffahrt") == ["Donaudampfschifffahrt"])
    }

    /// Some statuses of all kinds with moves between them, the same for the same seed.
    private static func made(seed: Int) -> LeadProcess {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let statuses = (0..<(2 + next(12))).map { Status(rawValue: "s\($0)") }
        return LeadProcess(
            name: "Made \(seed)",
            steps: statuses.map { status in
                let kind = StatusKind.allCases[next(StatusKind.allCases.count)]
                let moves = statuses.filter { _ in next(3) == 0 }
                return LeadProcess.Step(status, "Status \(status.rawValue)", kind, moves: moves)
            }
        )
    }
}
