import Foundation

/// The refusals that our sources say, read from their text.
struct RefusalSources {
    struct Said: Hashable {
        var code: String
        /// `conflict`; nil where only a code and a sentence stand.
        var kind: String?
        /// Nil when it is not a literal.
        var sentence: String?
        var file: String
    }

    private(set) var said: [Said] = []

    static let allRooms = ["LeadCore", "LeadApp", "LeadStore", "LeadInsight", "LeadServer", "baton"]

    init(_ root: URL, rooms: [String] = allRooms) throws {
        for room in rooms {
            let folder = root.appending(path: "Sources/\(room)")
            let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
            for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
                read(try String(contentsOf: file, encoding: .utf8), file.lastPathComponent)
            }
        }
    }

    private mutating func read(_ text: String, _ file: String) {
        for start in text.ranges(of: "Refusal(") {
            var reader = SourceReader(text[start.upperBound...].prefix(600))
            guard reader.take("."), let kind = reader.word(), reader.take(","), let code = reader.literal() else {
                continue
            }
            _ = reader.take(",")
            said.append(Said(code: code, kind: kind, sentence: reader.literal(), file: file))
        }
        for start in text.ranges(of: "code: \"") {
            var reader = SourceReader(text[text.index(before: start.upperBound)...].prefix(600))
            guard let code = reader.literal(), reader.take(","), reader.take("sentence:") else { continue }
            said.append(Said(code: code, kind: nil, sentence: reader.literal(), file: file))
        }
        for start in text.ranges(of: "Refusal.invalid(") {
            var reader = SourceReader(text[start.upperBound...].prefix(600))
            guard reader.literal() != nil, reader.take(",") else { continue }
            said.append(Said(code: "invalid_input", kind: "invalid", sentence: reader.literal(), file: file))
        }
    }
}

/// Reads a few words of Swift from left to right, over white space.
private struct SourceReader {
    private var rest: Substring

    init(_ text: Substring) {
        rest = text
    }

    mutating func take(_ sign: String) -> Bool {
        rest = rest.drop { $0.isWhitespace }
        guard rest.hasPrefix(sign) else { return false }
        rest = rest.dropFirst(sign.count)
        return true
    }

    mutating func word() -> String? {
        rest = rest.drop { $0.isWhitespace }
        let word = rest.prefix { $0.isLetter }
        rest = rest[word.endIndex...]
        return word.isEmpty ? nil : String(word)
    }

    /// A text in quotes, one or many lines; what is put in at run time shows as `…`.
    mutating func literal() -> String? {
        let isLong = take("\"\"\"")
        guard isLong || take("\"") else { return nil }
        var text = ""
        while let sign = rest.popFirst() {
            if sign == "\\" {
                guard let next = rest.popFirst() else { return nil }
                if next == "(" { skipInterpolation() }
                text += next == "(" ? "…" : next == "\n" ? "" : String(next)
            } else if sign == "\"", !isLong || rest.hasPrefix("\"\"") {
                return text.trimmingCharacters(in: .whitespacesAndNewlines)
            } else {
                text.append(sign)
            }
        }
        return nil
    }

    private mutating func skipInterpolation() {
        var depth = 1
        while depth > 0, let sign = rest.popFirst() {
            depth += sign == "(" ? 1 : sign == ")" ? -1 : 0
        }
    }
}
