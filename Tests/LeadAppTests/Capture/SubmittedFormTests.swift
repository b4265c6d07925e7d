import Foundation
import LeadApp
import LeadCore
import Testing

@Suite("Posted forms")
struct SubmittedFormTests {
    private static let body = """
        preamble\r\n--x-1\r\nContent-Disposition: form-data; name="name"\r\n\r\nZoë\r\n & Co\r\n--x-1\r\n\
        Content-Disposition: form-data; name="file"; filename="C:\\dir\\list.csv"\r\nContent-Type: text/csv\r\n\r\n\
        a,b\r\n--x-\r\n1,2\r\n--x-1\r\nContent-Disposition: form-data; name="file2"; filename=""\r\n\r\n\r\n\
        --x-1--\r\nepilogue
        """

    @Test("A1: an escape is two hexadecimal digits and nothing else")
    func escapes() {
        #expect(SubmittedForm(urlencoded: "a=%+5%41%-1%4")["a"] == "% 5A%-1%4")
    }

    @Test("A1: a content type is compared without regard to case")
    func contentTypes() throws {
        let body = Array("name=Bo".utf8)
        let form = try #require(
            SubmittedForm(stored: body, contentType: "Application/X-WWW-Form-URLEncoded; charset=UTF-8")
        )
        #expect(form["name"] == "Bo")
        let bytes = Array(Self.body.utf8)
        #expect(SubmittedForm(stored: bytes, contentType: "Multipart/Form-Data; Boundary=x-1") != nil)
        #expect(SubmittedForm(stored: body, contentType: "application/x-www-form-urlencodedish") == nil)
    }

    @Test("a multipart form reads the same wherever its bytes are cut")
    func cuts() throws {
        let bytes = Array(Self.body.utf8)
        for size in [1, 2, 3, 7, 16, 50, bytes.count] {
            var reader = try #require(MultipartReader(contentType: "multipart/form-data; boundary=\"x-1\"") { _ in })
            for start in stride(from: 0, to: bytes.count, by: size) {
                try reader.feed(bytes[start..<min(start + size, bytes.count)])
            }
            let form = try reader.finish()
            defer { form.discardFiles() }
            #expect(form["name"] == "Zoë\r\n & Co")
            #expect(form.files.map(\.name) == ["list.csv"])
            let file = try #require(form.file("file"))
            #expect(try String(contentsOf: file.url, encoding: .utf8) == "a,b\r\n--x-\r\n1,2")
            #expect(file.size == 14)
        }
    }

    @Test("nothing of a file is kept unless it is admitted, on what stands before it in the form")
    func admission() throws {
        let bytes = Array(Self.body.utf8)
        let type = "multipart/form-data; boundary=x-1"
        var plain = try #require(MultipartReader(contentType: type))
        try plain.feed(bytes)
        let form = try plain.finish()
        #expect(form["name"] == "Zoë\r\n & Co" && form.files.isEmpty)
        let refusal = Refusal(.forbidden, "no", "No.")
        var guarded = try #require(
            MultipartReader(contentType: type) { before in if before["name"].hasPrefix("Zoë") { throw refusal } }
        )
        #expect(throws: refusal) { try guarded.feed(bytes) }
    }

    @Test("a form that stops before its end is refused, and what it brought is removed")
    func truncated() throws {
        let bytes = Array(Self.body.utf8)
        var reader = try #require(MultipartReader(contentType: "multipart/form-data; boundary=x-1") { _ in })
        try reader.feed(bytes.dropLast(20))
        #expect(throws: Refusal.self) { try reader.finish() }
        #expect(MultipartReader(contentType: "multipart/form-data") == nil)
    }

    @Test("urlencoded text: plus is a blank, broken escapes stay, the first of two counts")
    func urlencoded() {
        let form = SubmittedForm(urlencoded: "a=1+2&b=%C3%A9%2B&c=%zz%&a=3&d&=x")
        #expect(form["a"] == "1 2")
        #expect(form.all("a") == ["1 2", "3"])
        #expect(form["b"] == "é+")
        #expect(form["c"] == "%zz%")
        #expect(form["d"].isEmpty)
        #expect(form[""] == "x")
    }

    @Test(
        "an address to send somebody to is http or https, names a host and hides nothing",
        arguments: [
            ("https://acme.example/a?b=c", true), ("http://acme.example:8080/", true), ("//acme.example", false),
            ("javascript:alert(1)", false), ("https://a@evil.example", false), ("https:///x", false),
            ("https://evil.example\\@acme.example", false), ("/thanks", false), ("https://ac me.example", false),
        ]
    )
    func webAddresses(_ text: String, _ isGood: Bool) {
        #expect((WebAddress(text) != nil) == isGood)
    }
}
