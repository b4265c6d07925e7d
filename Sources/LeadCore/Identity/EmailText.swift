/// The parts of reading an e-mail address, on UTF-8 bytes.
enum EmailText {
    /// The address without what surrounds it in copied text: spaces, angle brackets, `mailto:`, a trailing comma.
    static func bare(_ text: String) -> Substring? {
        var rest = text[...]
        while let first = rest.unicodeScalars.first, isPadding(first) { rest.unicodeScalars.removeFirst() }
        while let last = rest.unicodeScalars.last, isPadding(last) { rest.unicodeScalars.removeLast() }
        if rest.utf8.count > 7, rest.prefix(7).lowercased() == "mailto:" {
            rest = rest.dropFirst(7)
            if let query = rest.firstIndex(of: "?") { rest = rest[..<query] }
        }
        return rest.isEmpty ? nil : rest
    }

    /// Nil when a character in it can be in no address.
    static func lowercased(_ text: Substring) -> [UInt8]? {
        guard text.utf8.count <= 320 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: bytes.append(UInt8(truncatingIfNeeded: scalar.value | 0x20))
            case 0x21..<0x7F: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            case 0xFF01...0xFF5E: return nil
            case 0x80...:
                let properties = scalar.properties
                guard properties.isAlphabetic || properties.numericType != nil || isMark(properties) else { return nil }
                bytes.append(contentsOf: properties.lowercaseMapping.utf8)
            default: return nil
            }
        }
        return bytes
    }

    /// RFC 5321's dot-string: 64 bytes at most, no dot at the ends or twice in a row.
    static func isLocal(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard !bytes.isEmpty, bytes.count <= 64 else { return false }
        return bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.allSatisfy { $0 >= 0x80 || isAtomByte[Int($0)] }
        }
    }

    /// Two labels at least, the last one not a number; letters, digits and inner hyphens.
    static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count <= 253 else { return false }
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, let top = labels.last, !top.allSatisfy(isDigit) else { return false }
        return labels.allSatisfy { label in
            !label.isEmpty && label.count <= 63 && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
                && label.allSatisfy { $0 >= 0x80 || isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
        }
    }

    private static let isAtomByte: [Bool] = {
        let signs = Set("!#$%&'*+-/=?^_`{|}~".utf8)
        return (0..<128).map { isLetter(UInt8($0)) || isDigit(UInt8($0)) || signs.contains(UInt8($0)) }
    }()

    private static func isLetter(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }

    private static func isMark(_ properties: Unicode.Scalar.Properties) -> Bool {
        properties.generalCategory == .nonspacingMark || properties.generalCategory == .spacingMark
    }

    private static func isPadding(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "<", ">", ",", ";", "\u{200B}", "\u{200E}", "\u{200F}", "\u{2060}", "\u{FEFF}": true
        default: scalar.properties.isWhitespace
        }
    }
}
