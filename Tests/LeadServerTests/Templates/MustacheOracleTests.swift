import Mustache
import Testing

@testable import LeadServer

/// The product's own templates, filled with random views, must come out as swift-mustache renders them.
///
/// One thing is left out: inside `{{^list}}` of an empty list swift-mustache looks for `.name` in the list itself; we look in
/// the view, as the specification has it.
@Suite("Templates as another Mustache renders them")
struct MustacheOracleTests {
    @Test("Every template gives the same bytes with random views", arguments: 1...4)
    func same(seed: UInt64) throws {
        let texts = try Templates.texts()
        let library = try TemplateLibrary(texts)
        var oracle = MustacheLibrary()
        for (name, text) in texts { try oracle.register(text, named: name) }

        for name in texts.keys.sorted() {
            var maker = RandomView(library: library, seed: seed &* 1_000_003 &+ UInt64(name.utf8.count))
            let view = maker.view(for: try #require(library[name]).parts, depth: 0)
            var renderer = TemplateRenderer(library, showing: view)
            renderer.render(try #require(library[name]).parts)
            let expected = oracle.render(OracleNode.value(view) as Any, withTemplate: name)
            #expect(String(decoding: renderer.output, as: UTF8.self) == expected, "template \(name)")
        }
    }
}

/// A node in the form in which swift-mustache reads views; views and lists themselves have no text.
private enum OracleNode {
    static func value(_ node: ViewNode) -> Any? {
        switch node {
        case .nothing: nil
        case .text(let text): text
        case .number(let number): number
        case .flag(let flag): flag
        case .list(let items): OracleList(items: items.map { value($0) ?? "" })
        case .view(let properties): OracleView(properties: properties)
        }
    }
}

private struct OracleView: MustacheParent, MustacheCustomRenderable {
    var properties: ViewNode.Properties
    var renderText: String { "" }
    var isNull: Bool { false }

    func child(named name: String) -> Any? {
        OracleNode.value(properties[name])
    }
}

private struct OracleList: MustacheSequence, MustacheTransformable, MustacheCustomRenderable {
    var items: [Any]
    var renderText: String { "" }
    var isNull: Bool { false }

    func makeIterator() -> some IteratorProtocol {
        items.makeIterator()
    }

    func transform(_ name: String) -> Any? {
        name == "empty" ? items.isEmpty : nil
    }
}

/// Views with the names that a template asks for and whatever values.
private struct RandomView {
    let library: TemplateLibrary
    var random: SplitMix
    private static let texts = ["", "Ann & Co", "<b>", "it's \"so\"", "ä✓", "7", "part/time", "form/input"]

    init(library: TemplateLibrary, seed: UInt64) {
        self.library = library
        random = SplitMix(state: seed)
    }

    mutating func view(for parts: [Template.Part], depth: Int) -> ViewNode {
        var properties = ViewNode.Properties()
        var known: Set<String> = []
        for (path, content) in asked(by: parts, within: 6) {
            guard let name = path.names.first, known.insert(name).inserted else { continue }
            let value =
                path.names.count > 1
                ? nested(Array(path.names.dropFirst())) : value(content, depth: depth, listOnly: path.asksEmpty)
            if case .nothing = value { continue }
            properties.append(name, value)
        }
        return .view(properties)
    }

    private mutating func nested(_ names: [String]) -> ViewNode {
        var properties = ViewNode.Properties()
        guard let name = names.first else { return text() }
        properties.append(name, names.count > 1 ? nested(Array(names.dropFirst())) : text())
        return .view(properties)
    }

    private mutating func value(_ content: [Template.Part]?, depth: Int, listOnly: Bool) -> ViewNode {
        guard let content, depth < 5 else {
            if listOnly { return .list([]) }
            return random.next() % 3 == 0 ? .flag(false) : text()
        }
        let pick = random.next() % (listOnly ? 1 : 6)
        switch pick {
        case 0:
            return .list(
                ((listOnly ? 0 : 1)...2).prefix(Int(random.next() % 3) + (listOnly ? 0 : 1)).map { _ in
                    view(for: content, depth: depth + 1)
                }
            )
        case 1: return .flag(random.next() % 2 == 0)
        case 2: return .nothing
        case 3: return .number(Int(random.next() % 1000))
        case 4: return text()
        default: return view(for: content, depth: depth + 1)
        }
    }

    private mutating func text() -> ViewNode {
        .text(Self.texts[Int(random.next() % UInt64(Self.texts.count))])
    }

    /// The paths that parts ask for, with what stands inside where it is a section.
    private func asked(by parts: [Template.Part], within depth: Int) -> [(Template.Path, [Template.Part]?)] {
        guard depth > 0 else { return [] }
        return parts.flatMap { part -> [(Template.Path, [Template.Part]?)] in
            switch part {
            case .text: []
            case .value(let path, _), .namedPartial(let path): [(path, nil)]
            case .section(let path, let content): [(path, content)] + asked(by: content, within: depth - 1)
            case .inverted(let path, let content): [(path, nil)] + asked(by: content, within: depth - 1)
            case .block(_, let content): asked(by: content, within: depth - 1)
            case .partial(let place, let blocks):
                asked(by: library.templates[place].parts, within: depth - 1)
                    + blocks.keys.sorted().flatMap { asked(by: blocks[$0] ?? [], within: depth - 1) }
            }
        }
    }
}

/// The splitmix64 generator (Steele, Lea and Flood, 2014): the same views for the same seed.
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
