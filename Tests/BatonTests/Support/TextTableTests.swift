import Testing

@testable import baton

@Suite("Tables in the terminal")
struct TextTableTests {
    @Test("columns are as wide as their widest cell, numbers stand to the right, and no line ends in blanks")
    func columns() {
        let table = TextTable(header: ["name", "n", ""], rows: [["Åse", "7", "x"], ["Bo", "12", ""]], numeric: [1])
        #expect(table.text == "name   n\n────  ──  ─\nÅse    7  x\nBo    12")
    }
}
