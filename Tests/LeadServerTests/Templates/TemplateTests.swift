import LeadCore
import Testing

@testable import LeadServer

@Suite("Templates filled with views")
struct TemplateTests {
    private struct Page: Encodable {
        var title = "All"
        var owner: Person? = Person(name: "Ann & <Co> \"'", age: 41)
        var deputy: Person?
        var people = [Person(name: "Ben", age: nil), Person(name: "Fay", age: 7)]
        var tags: [String]? = ["a", "b"]
        var none: [String] = []
        var isOpen = true
        var isShut = false
        var lead: Lead.ID = 7
        var labels = ["yes": "Yes"]
        var kind = "short"
        var share = 0.5
    }

    private struct Person: Encodable {
        var name: String
        var age: Int?
    }

    private func rendered(_ template: String, with parts: [String: String] = [:]) throws -> String {
        let library = try TemplateLibrary(parts.merging(["page": template]) { $1 })
        var renderer = TemplateRenderer(library, showing: try ViewNode(of: Page()))
        renderer.render(try #require(library["page"]).parts)
        return String(decoding: renderer.output, as: UTF8.self)
    }

    @Test(
        "Values, sections and what is not there",
        arguments: [
            ("{{title}} {{owner.age}} {{labels.yes}} {{share}} {{unknown}}", "All 41 Yes 0.5 "),
            ("{{lead}}", Lead.ID(integerLiteral: 7).description),
            ("{{owner.name}} {{{owner.name}}}", "Ann &amp; &lt;Co&gt; &quot;&#39; Ann & <Co> \"'"),
            ("{{#owner}}{{age}} of {{title}}{{/owner}}", "41 of All"),
            ("{{#deputy}}never{{/deputy}}{{^deputy}}nobody{{/deputy}}{{deputy.name}}", "nobody"),
            (
                "{{#people}}{{name}}:{{#.age}}{{.}}{{/.age}}{{^.age}}?{{/.age}} {{title}};{{/people}}",
                "Ben:? All;Fay:7 All;"
            ),
            (
                "{{#tags}}{{.}},{{/tags}}{{^none}}none{{/none}}{{#isOpen}}open{{/isOpen}}{{#isShut}}shut{{/isShut}}",
                "a,b,noneopen"
            ),
            ("{{#owner}}{{.title}}{{/owner}}", ""),
            ("{{^empty(tags)}}some{{/empty(tags)}}{{#empty(none)}}no{{/empty(none)}}", "someno"),
            ("{{! a remark }}a", "a"),
        ]
    )
    func fill(template: String, expected: String) throws {
        #expect(try rendered(template) == expected)
    }

    @Test("A block that is filled by a template with a block of the same name is filled once")
    func nestedBlocks() throws {
        let parts = ["frame": "<{{$x}}frame{{/x}}>", "card": "[{{$x}}card{{/x}}]"]
        let template = "{{<frame}}{{$x}}a{{<card}}{{$x}}inner{{/x}}{{/card}}b{{/x}}{{/frame}}"
        #expect(try rendered(template, with: parts) == "<a[inner]b>")
        let plain = "{{<frame}}{{$x}}{{<card}}{{/card}}{{>card}}{{/x}}{{/frame}}"
        #expect(try rendered(plain, with: parts) == "<[card][card]>")
    }

    @Test("Every type of number is shown")
    func numbers() throws {
        struct Numbers: Encodable {
            var a: Int8 = -1, b: Int16 = 2, c: Int32 = 3, d: Int64 = 4
            var e: UInt8 = 5, f: UInt16 = 6, g: UInt32 = 7, h: UInt64 = 8, i: UInt = 9, j: Float = 0.5
            var list: [Int32] = [1, 2]
        }
        let library = try TemplateLibrary([
            "page": "{{a}}{{b}}{{c}}{{d}}{{e}}{{f}}{{g}}{{h}}{{i}} {{j}}{{#list}},{{.}}{{/list}}"
        ])
        var renderer = TemplateRenderer(library, showing: try ViewNode(of: Numbers()))
        renderer.render(try #require(library["page"]).parts)
        #expect(String(decoding: renderer.output, as: UTF8.self) == "-123456789 0.5,1,2")
    }

    @Test("A link's version goes to the whole path, whichever path begins like it")
    func assetLinks() {
        let links = AssetLinks([("/assets/a.js", "1"), ("/assets/a.json", "2"), ("/assets/icons.svg", "3")])
        let text = "\"/assets/a.json\" '/assets/a.js' /assets/icons.svg#x /assets/a.js.map /assets/none.css /assets/"
        #expect(
            links.versioned(text)
                == "\"/assets/a.json?v=2\" '/assets/a.js?v=1' /assets/icons.svg?v=3#x /assets/a.js.map /assets/none.css /assets/"
        )
    }

    @Test("A tag alone on its line takes the line with it")
    func lines() throws {
        #expect(try rendered("a\n  {{#isOpen}}  \nb\n{{/isOpen}}\r\nc\n{{title}}\n") == "a\nb\nc\nAll\n")
    }

    @Test("Parts, parts named by a value, and templates that others complete")
    func partials() throws {
        let parts = [
            "short": "<{{title}}>",
            "frame": "[{{$head}}none{{/head}}|{{$body}}{{/body}}]",
            "inner": "{{<frame}}{{$head}}inner{{/head}}{{$body}}({{$middle}}{{/middle}}){{/body}}{{/frame}}",
        ]
        #expect(try rendered("{{>short}}{{>*kind}}{{>*title}}", with: parts) == "<All><All>")
        #expect(try rendered("{{<frame}} x {{$body}}{{title}}{{/body}}{{/frame}}", with: parts) == "[none|All]")
        #expect(
            try rendered("{{<inner}}{{$middle}}m{{/middle}}{{$head}}mine{{/head}}{{/inner}}", with: parts)
                == "[mine|(m)]"
        )
    }

    @Test("A mark cannot hide in a combined character")
    func combined() throws {
        struct Hostile: Encodable { var name = "<\u{338}script>" }
        let library = try TemplateLibrary(["page": "{{name}}"])
        var renderer = TemplateRenderer(library, showing: try ViewNode(of: Hostile()))
        renderer.render(try #require(library["page"]).parts)
        #expect(!renderer.output.contains(UInt8(ascii: "<")))
    }

    @Test(
        "What is wrong with a template is said with its line",
        arguments: [
            ("a\n{{#open}}", "{{/open}} is missing"), ("{{/open}}", "{{/open}} closes nothing"),
            ("\n\n{{open", "a tag is not closed"), ("{{=<% %>=}}", "{{<%%>=}} is not supported"),
        ]
    )
    func faults(template: String, sentence: String) {
        let fault = #expect(throws: TemplateLibrary.Fault.self) { _ = try TemplateLibrary(["page": template]) }
        guard case .broken(template: "page", let what) = fault else { return #expect(Bool(false), "\(fault as Any)") }
        #expect(what.description == sentence)
    }

    @Test("A template that nobody wrote is missed when templates are read")
    func missing() {
        #expect(throws: TemplateLibrary.Fault.self) { _ = try TemplateLibrary(["page": "{{>nowhere}}"]) }
    }
}
