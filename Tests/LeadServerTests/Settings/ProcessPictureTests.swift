import Foundation
import LeadCore
import LeadServer
import Testing

@Suite("The picture of the process")
struct ProcessPictureTests {
    static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/lead-process.svg")

    @Test("C5: the drawing in docs is that of the standard process; `make docs` draws it anew")
    func current() throws {
        #expect(try String(contentsOf: Self.file, encoding: .utf8) == ProcessPicture(.standard).svg)
    }

    @Test("a label cannot break out of the picture, which stays one well-formed document")
    func hostile() throws {
        var process = LeadProcess.standard
        process.steps[0].label = #"</text><script>"&"#
        let svg = ProcessPicture(process).svg
        #expect(!svg.contains("<script"))
        #expect(svg.contains("&lt;script&gt;"))
        let parts = svg.split(separator: "<").filter { !$0.hasPrefix("/") && !$0.contains("/>") }
        #expect(parts.count == svg.split(separator: "<").filter { $0.hasPrefix("/") }.count)
    }
}
