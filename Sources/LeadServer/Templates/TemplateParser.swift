/// Reads a template's text.
///
/// A section, partial, block or comment that stands alone on its line takes the whole line with it.
struct TemplateParser {
    /// What is wrong with a template, and where.
    struct Fault: Error, CustomStringConvertible {
        var line: Int
        var description: String
    }

    private enum Ending {
        case file
        case tag(String)
    }

    private let text: [UInt8]
    private var position = 0
    /// Where the text begins that no part holds yet.
    private var pending = 0
    /// The place of a template in the library, whether it has been read already or not.
    private let place: (String) -> Int

    static func parse(_ text: String, place: @escaping (String) -> Int) throws(Fault) -> Template {
        var parser = TemplateParser(text: Array(text.utf8), place: place)
        return Template(parts: try parser.parts(until: .file))
    }

    private init(text: [UInt8], place: @escaping (String) -> Int) {
        self.text = text
        self.place = place
    }

    private mutating func parts(until ending: Ending) throws(Fault) -> [Template.Part] {
        var parts: [Template.Part] = []
        while let tag = try nextTag(&parts) {
            switch tag.sigil {
            case UInt8(ascii: "/"):
                guard case .tag(let open) = ending, open == tag.name else {
                    throw fault("{{/\(tag.name)}} closes nothing")
                }
                return parts
            case UInt8(ascii: "!"): continue
            default: parts.append(try part(tag))
            }
        }
        if case .tag(let open) = ending { throw fault("{{/\(open)}} is missing") }
        return parts
    }

    private mutating func part(_ tag: Tag) throws(Fault) -> Template.Part {
        switch tag.sigil {
        case UInt8(ascii: "#"): return .section(Template.Path(tag.name), try parts(until: .tag(tag.name)))
        case UInt8(ascii: "^"): return .inverted(Template.Path(tag.name), try parts(until: .tag(tag.name)))
        case UInt8(ascii: "$"): return .block(tag.name, try parts(until: .tag(tag.name)))
        case UInt8(ascii: "<"): return .partial(place(tag.name), blocks: blocks(try parts(until: .tag(tag.name))))
        case UInt8(ascii: ">") where tag.name.hasPrefix("*"):
            return .namedPartial(Template.Path(tag.name.dropFirst()))
        case UInt8(ascii: ">"): return .partial(place(tag.name), blocks: [:])
        case UInt8(ascii: "{"): return .value(Template.Path(tag.name), escaped: false)
        case UInt8(ascii: "&"): return .value(Template.Path(tag.name), escaped: false)
        case UInt8(ascii: "="), UInt8(ascii: "%"): throw fault("{{\(tag.name)}} is not supported")
        default: return .value(Template.Path(tag.name), escaped: true)
        }
    }

    /// What an inheriting template says between its blocks is not shown.
    private func blocks(_ parts: [Template.Part]) -> [String: [Template.Part]] {
        var blocks: [String: [Template.Part]] = [:]
        for case .block(let name, let content) in parts { blocks[name] = content }
        return blocks
    }

    private func fault(_ description: String) -> Fault {
        Fault(line: 1 + text[..<position].count { $0 == UInt8(ascii: "\n") }, description: description)
    }
}

extension TemplateParser {
    private struct Tag {
        /// The character that says what it is; 0 for a plain value.
        var sigil: UInt8
        var name: String
    }

    /// The next tag; the text before it, or up to the end, becomes a part.
    private mutating func nextTag(_ parts: inout [Template.Part]) throws(Fault) -> Tag? {
        guard let start = find("{{", from: position) else {
            keep(pending..<text.count, in: &parts)
            (position, pending) = (text.count, text.count)
            return nil
        }
        position = start + 2
        var tag = Tag(sigil: 0, name: "")
        if position < text.count, "#^/$<>!{&=%".utf8.contains(text[position]) {
            tag.sigil = text[position]
            position += 1
        }
        let close = tag.sigil == UInt8(ascii: "{") ? "}}}" : "}}"
        guard let end = find(close, from: position) else { throw fault("a tag is not closed") }
        tag.name = String(decoding: text[position..<end], as: UTF8.self).filter { $0 != " " }
        position = end + close.utf8.count

        let line = standsAlone(tag, from: start, to: position)
        keep(pending..<(line?.lowerBound ?? start), in: &parts)
        pending = line?.upperBound ?? position
        position = pending
        return tag
    }

    /// The whole line of a tag that stands alone on it, with its line break.
    private func standsAlone(_ tag: Tag, from start: Int, to end: Int) -> Range<Int>? {
        guard "#^/$<>!".utf8.contains(tag.sigil) else { return nil }
        let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        var first = start
        while first > 0, isBlank(text[first - 1]) { first -= 1 }
        guard first == 0 || text[first - 1] == UInt8(ascii: "\n") else { return nil }
        var next = end
        while next < text.count, isBlank(text[next]) { next += 1 }
        if next < text.count, text[next] == UInt8(ascii: "\r") { next += 1 }
        guard next == text.count || text[next] == UInt8(ascii: "\n") else { return nil }
        return first..<min(next + 1, text.count)
    }

    private func keep(_ range: Range<Int>, in parts: inout [Template.Part]) {
        if !range.isEmpty { parts.append(.text(Array(text[range]))) }
    }

    private func find(_ mark: String, from: Int) -> Int? {
        text[from...].firstRange(of: Array(mark.utf8))?.lowerBound
    }
}
