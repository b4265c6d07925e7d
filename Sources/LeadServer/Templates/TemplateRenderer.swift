/// Fills the holes of templates with a view.
struct TemplateRenderer {
    /// What an inheriting template says in a block, and the blocks that were in force where it says so.
    private struct Saying {
        var parts: [Template.Part]
        var blocks: [String: Saying]
    }

    private let library: TemplateLibrary
    private var shown: [ViewNode]
    private var blocks: [String: Saying] = [:]
    private(set) var output: [UInt8] = []

    init(_ library: TemplateLibrary, showing view: ViewNode) {
        self.library = library
        shown = [view]
        output.reserveCapacity(64 * 1024)
    }

    mutating func render(_ parts: [Template.Part]) {
        for part in parts {
            switch part {
            case .text(let bytes): output.append(contentsOf: bytes)
            case .value(let path, let escaped): write(value(path), escaped: escaped)
            case .section(let path, let content): render(content, for: value(path))
            case .inverted(let path, let content): if value(path).isNothing { render(content) }
            case .partial(let place, let said): partial(place, saying: said)
            case .namedPartial(let path): named(value(path))
            case .block(let name, let content): block(name, otherwise: content)
            }
        }
    }

    private mutating func render(_ content: [Template.Part], for value: ViewNode) {
        switch value {
        case .nothing, .flag(false): break
        case .flag(true): render(content)
        case .list(let items): for item in items { render(content, showing: item) }
        case .text, .number, .view: render(content, showing: value)
        }
    }

    private mutating func render(_ content: [Template.Part], showing value: ViewNode) {
        shown.append(value)
        render(content)
        shown.removeLast()
    }

    /// What the outermost inheriting template says counts.
    private mutating func partial(_ place: Int, saying said: [String: [Template.Part]]) {
        guard !said.isEmpty else { return render(library.templates[place].parts) }
        let before = blocks
        blocks.merge(said.mapValues { Saying(parts: $0, blocks: before) }) { outer, _ in outer }
        render(library.templates[place].parts)
        blocks = before
    }

    /// What is said there is read as where it was written: a block of the same name in it is another block.
    private mutating func block(_ name: String, otherwise content: [Template.Part]) {
        guard let saying = blocks[name] else { return render(content) }
        let before = blocks
        blocks = saying.blocks
        render(saying.parts)
        blocks = before
    }

    private mutating func named(_ name: ViewNode) {
        guard case .text(let name) = name, let template = library[name] else { return }
        render(template.parts)
    }
}

extension TemplateRenderer {
    private func value(_ path: Template.Path) -> ViewNode {
        let found = found(path)
        guard path.asksEmpty else { return found }
        if case .list(let items) = found { return .flag(items.isEmpty) }
        return .nothing
    }

    private func found(_ path: Template.Path) -> ViewNode {
        guard let name = path.names.first, let innermost = shown.last else { return shown.last ?? .nothing }
        var value = innermost[name]
        if path.climbs {
            var outer = shown.count - 2
            while case .nothing = value, outer >= 0 {
                value = shown[outer][name]
                outer -= 1
            }
        }
        for name in path.names.dropFirst() { value = value[name] }
        return value
    }

    private mutating func write(_ value: ViewNode, escaped: Bool) {
        switch value {
        case .text(let text): escaped ? escape(text) : output.append(contentsOf: text.utf8)
        case .number(let number): output.append(contentsOf: String(number).utf8)
        case .flag(let flag): output.append(contentsOf: (flag ? "true" : "false").utf8)
        case .nothing, .list, .view: break
        }
    }

    /// Byte by byte, so that no mark hides in a combined character.
    private mutating func escape(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): output.append(contentsOf: "&#39;".utf8)
            default: output.append(byte)
            }
        }
    }
}
