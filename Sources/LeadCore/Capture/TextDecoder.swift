/// Turns the bytes of a text file into UTF-8, piece by piece as they are read.
///
///     var decoder = TextDecoder(.windows1252)
///     decoder.append(chunk, to: &utf8)
///     decoder.finish(&utf8)
///
/// The output is always well-formed: what spells no character becomes U+FFFD.
package struct TextDecoder: Sendable {
    private let encoding: TextEncoding
    /// The beginning of a character whose rest is in the next piece.
    private var pending: [UInt8] = []

    /// The byte order mark, if any, is to be left out of what is decoded.
    package init(_ encoding: TextEncoding) {
        self.encoding = encoding
    }

    package mutating func append(_ chunk: some Collection<UInt8>, to output: inout [UInt8]) {
        let bytes = pending + chunk
        let complete = bytes.count - incomplete(bytes)
        pending = Array(bytes[complete...])
        decode(bytes[..<complete], to: &output)
    }

    /// Ends the text; a character that was cut off becomes U+FFFD.
    package mutating func finish(_ output: inout [UInt8]) {
        if !pending.isEmpty { output.append(contentsOf: "\u{FFFD}".utf8) }
        pending = []
    }

    /// A whole file at once, without its byte order mark.
    package static func text(_ bytes: some Collection<UInt8>) -> String {
        let (encoding, markLength) = TextEncoding.sniff(bytes)
        var decoder = TextDecoder(encoding)
        var output: [UInt8] = []
        decoder.append(bytes.dropFirst(markLength), to: &output)
        decoder.finish(&output)
        return String(decoding: output, as: UTF8.self)
    }

    private func incomplete(_ bytes: [UInt8]) -> Int {
        switch encoding {
        case .windows1252:
            return 0
        case .utf8:
            return UTF8Bytes.cutOff(bytes[...])
        case .utf16LittleEndian, .utf16BigEndian:
            let odd = bytes.count % 2
            guard bytes.count >= 2 else { return odd }
            let high = bytes[bytes.count - odd - (encoding == .utf16BigEndian ? 2 : 1)]
            return odd + (high & 0xFC == 0xD8 ? 2 : 0)
        }
    }

    private func decode(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
        switch encoding {
        case .utf8:
            output.append(contentsOf: String(decoding: bytes, as: UTF8.self).utf8)
        case .windows1252:
            for byte in bytes {
                if byte < 0x80 {
                    output.append(byte)
                } else {
                    output.append(contentsOf: Self.windows1252[Int(byte - 0x80)])
                }
            }
        case .utf16LittleEndian, .utf16BigEndian:
            let isBig = encoding == .utf16BigEndian
            let start = bytes.startIndex
            let units = (0..<bytes.count / 2).map { i in
                let (a, b) = (UInt16(bytes[start + 2 * i]), UInt16(bytes[start + 2 * i + 1]))
                return isBig ? a << 8 | b : b << 8 | a
            }
            output.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
        }
    }

    /// The upper half of Windows-1252 in UTF-8; its five gaps are the control characters that browsers read there.
    private static let windows1252: [[UInt8]] = {
        let special: [Unicode.Scalar] = Array(
            "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars
        )
        let latin = (0xA0...0xFF).compactMap { Unicode.Scalar($0 as UInt32) }
        return (special + latin).map { Array(String(Character($0)).utf8) }
    }()
}
