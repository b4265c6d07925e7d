import Foundation
import LeadCore
import Testing

@Suite struct DelimiterSnifferTests {
    @Test(
        "the delimiter is the one that cuts all records alike",
        arguments: [
            ("a,b,c\n1,2,3\n", ","), ("a;b;c\r\n1,5;2,5;3,5\r\n", ";"), ("a\tb\n1, 2\t3, 4\n", "\t"),
            ("a|b\n1|2\n", "|"),
            ("name;note\n\"x\";\"a,b,c,\nd,e\"\n\"y\";\"f\"\n", ";"), ("sep=;\r\na,b;c\n", ";"),
            ("just one column\nx\n", ","),
            ("", ","), ("a;b", ";"), ("\n\na;b\n\n1;2\n", ";"), ("a,b\n\"1;2;3\",\"4;5;6\"\n", ","),
            ("name,comment\nAnn,said; left; came\nBob,ok\n", ","), ("\"a\"\"b;\",c\n1,2\n", ","),
        ]
    )
    func sniff(text: String, delimiter: String) {
        #expect(DelimiterSniffer.sniff(text.utf8) == delimiter.utf8.first)
    }
}

@Suite struct TextEncodingTests {
    static let text = "Name;Straße\nŁukasz “Żółć” €;😀 日本\n"

    @Test(
        "UTF encodings are recognised with and without a mark",
        arguments: [
            (String.Encoding.utf8, TextEncoding.utf8, [UInt8]()), (.utf8, .utf8, [0xEF, 0xBB, 0xBF]),
            (.utf16LittleEndian, .utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, .utf16BigEndian, [0xFE, 0xFF]),
            (.utf16LittleEndian, .utf16LittleEndian, []), (.utf16BigEndian, .utf16BigEndian, []),
        ]
    )
    func unicode(encoding: String.Encoding, expected: TextEncoding, mark: [UInt8]) throws {
        let bytes = try mark + [UInt8](#require(Self.text.data(using: encoding)))
        let sniffed = TextEncoding.sniff(bytes)
        #expect(sniffed.encoding == expected)
        #expect(sniffed.markLength == mark.count)
        #expect(TextDecoder.text(bytes) == Self.text)
    }

    @Test("what is not UTF-8 is Windows-1252, of which every byte is what Foundation reads")
    func windows() throws {
        let defined = (UInt8(0x20)...0xFF).filter { ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0) }
        let expected = try #require(String(data: Data(defined), encoding: .windowsCP1252))
        #expect(TextEncoding.sniff(defined).encoding == .windows1252)
        #expect(TextDecoder.text(defined) == expected)
    }

    @Test("a sample may end inside a character")
    func cutSample() {
        let bytes = Array("abc 😀".utf8)
        for length in 4...bytes.count {
            #expect(TextEncoding.sniff(bytes[..<length]).encoding == .utf8)
        }
        #expect(TextEncoding.sniff(bytes[5...]).encoding == .windows1252)
    }

    @Test("text decodes the same however it is cut into pieces", arguments: TextEncoding.allCases, 1...7)
    func pieces(encoding: TextEncoding, size: Int) throws {
        let foundation: String.Encoding =
            switch encoding {
            case .utf8: .utf8
            case .utf16LittleEndian: .utf16LittleEndian
            case .utf16BigEndian: .utf16BigEndian
            case .windows1252: .windowsCP1252
            }
        let text = encoding == .windows1252 ? "Straße “€”\r\n" : Self.text
        let bytes = try [UInt8](#require(text.data(using: foundation)))
        var decoder = TextDecoder(encoding)
        var output: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            decoder.append(bytes[start..<min(start + size, bytes.count)], to: &output)
        }
        decoder.finish(&output)
        #expect(String(decoding: output, as: UTF8.self) == text)
    }

    @Test("broken bytes become replacement characters, and nothing is lost around them")
    func broken() {
        var decoder = TextDecoder(.utf8)
        var output: [UInt8] = []
        decoder.append([0x61, 0xFF, 0x62, 0xE2, 0x82], to: &output)
        decoder.finish(&output)
        #expect(String(decoding: output, as: UTF8.self) == "a\u{FFFD}b\u{FFFD}")
        var wide = TextDecoder(.utf16LittleEndian)
        output = []
        wide.append([0x61, 0x00, 0x3D, 0xD8, 0x62], to: &output)
        wide.finish(&output)
        #expect(String(decoding: output, as: UTF8.self).hasPrefix("a"))
        #expect(String(decoding: output, as: UTF8.self).hasSuffix("\u{FFFD}"))
    }
}
