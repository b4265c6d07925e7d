/// Base 64 as mail has it (RFC 4648 section 4, RFC 2045 section 6.8).
package enum Base64 {
    private static let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    package static func text(of bytes: some Sequence<UInt8>) -> String {
        String(decoding: encode(Array(bytes)), as: UTF8.self)
    }

    /// In lines of 76 signs.
    static func lines(of bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        let encoded = encode(bytes)
        out.reserveCapacity(encoded.count + encoded.count / 38 + 2)
        for start in stride(from: 0, to: encoded.count, by: 76) {
            out += encoded[start..<min(start + 76, encoded.count)]
            out += [13, 10]
        }
        return out
    }

    private static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let left = min(3, bytes.count - start)
            var group = 0
            for i in 0..<3 { group = group << 8 | (i < left ? Int(bytes[start + i]) : 0) }
            for i in 0..<4 { out.append(i <= left ? signs[group >> (18 - 6 * i) & 63] : UInt8(ascii: "=")) }
        }
        return out
    }
}

/// Quoted-printable: text that stays readable on its way (RFC 2045 section 6.7).
enum QuotedPrintable {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Lines end as `\r\n`, whatever they ended as.
    static func lines(of text: String) -> [UInt8] {
        var out: [UInt8] = []
        var plain = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        if plain.hasSuffix("\n") { plain.removeLast() }
        for line in plain.utf8.split(separator: 10, omittingEmptySubsequences: false) {
            var width = 0
            for index in line.indices {
                let token = encode(line[index], isLast: line.index(after: index) == line.endIndex)
                if width + token.count > 75 {
                    out += [UInt8(ascii: "="), 13, 10]
                    width = 0
                }
                out += token
                width += token.count
            }
            out += [13, 10]
        }
        return out
    }

    private static func encode(_ byte: UInt8, isLast: Bool) -> [UInt8] {
        let isBlank = byte == 0x20 || byte == 0x09
        let isPlain = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")
        if isPlain || (isBlank && !isLast) { return [byte] }
        return [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
