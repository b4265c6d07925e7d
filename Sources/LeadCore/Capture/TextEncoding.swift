/// How the bytes of a text file spell characters.
package enum TextEncoding: String, Hashable, CaseIterable, Codable, Sendable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case windows1252 = "windows-1252"

    /// Guesses from the first bytes: by the byte order mark, else UTF-16 by its zeros, else UTF-8 when the bytes are
    /// that, else Windows-1252.
    ///
    /// The sample may end in the middle of a character. `markLength` bytes at the start are no text.
    package static func sniff(_ sample: some Collection<UInt8>) -> (encoding: TextEncoding, markLength: Int) {
        let bytes = Array(sample)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        if let order = utf16Order(bytes.prefix(4096)) { return (order, 0) }
        return (UTF8Bytes.isValid(bytes) ? .utf8 : .windows1252, 0)
    }

    /// Most text has characters below U+0100 in it, whose high byte is zero; other text has no zeros.
    private static func utf16Order(_ bytes: ArraySlice<UInt8>) -> TextEncoding? {
        var zeros = [0, 0]
        for (i, byte) in bytes.enumerated() where byte == 0 { zeros[i & 1] += 1 }
        let quarter = max(1, bytes.count / 8)
        if zeros[1] >= quarter, zeros[0] * 8 < zeros[1] { return .utf16LittleEndian }
        if zeros[0] >= quarter, zeros[1] * 8 < zeros[0] { return .utf16BigEndian }
        return nil
    }
}

/// Well-formed UTF-8, looked at as bytes.
enum UTF8Bytes {
    /// Whether the bytes are UTF-8, except that the last character may be cut off.
    static func isValid(_ bytes: [UInt8]) -> Bool {
        String(validating: bytes.dropLast(cutOff(bytes[...])), as: UTF8.self) != nil
    }

    /// How many bytes at the end begin a character that is not complete.
    static func cutOff(_ bytes: ArraySlice<UInt8>) -> Int {
        for (back, byte) in bytes.suffix(3).reversed().enumerated() where byte >= 0xC0 {
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            return back + 1 < length ? back + 1 : 0
        }
        return 0
    }
}
