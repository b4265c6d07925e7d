import Testing

@testable import baton

@Suite("Tables in the terminal")
struct TextTableTests {
    @Test("J6: no escape sequence, line end or mark of direction leaves a cell")
    func hostile() {
        let hostile = "a\u{1B}]0;owned\u{7}\nb\u{202E}c\u{9B}d"
        let text = TextTable(header: ["name"], rows: [[hostile]]).text
        #expect(
            text.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)) }
        )
        #expect(text.split(separator: "\n").count == 3)
        #expect(!text.unicodeScalars.contains("\u{202E}"))
        #expect(PrintableText.of("one\n\ttwo", keepsLines: true) == "one\n\ttwo")
    }

    @Test("columns are as wide as their widest cell, numbers stand to the right, and no line ends in blanks")
    func columns() {
        let table = TextTable(header: ["name", "n", ""], rows: [["Åse", "7", "x"], ["Bo", "12", ""]], numeric: [1])
        #expect(table.text == "name   n\n────  ──  ─\nÅse    7  x\nBo    12")
    }
}
