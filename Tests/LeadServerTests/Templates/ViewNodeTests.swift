import LeadCore
import Mustache
import Testing

@testable import LeadServer

@Suite("Views as templates read them")
struct ViewNodeTests {
    private struct Page {
        var title = "All"
        var owner: Person? = Person(name: "Ann & Co", age: 41)
        var deputy: Person?
        var people = [Person(name: "Ben", age: nil), Person(name: "Fay", age: 7)]
        var tags: [String]? = ["a", "b"]
        var none: [String] = []
        var isOpen = true
        var status = Status.open
        var lead: Lead.ID = 7
        var labels = ["yes": "Yes"]
    }

    private struct Person {
        var name: String
        var age: Int?
    }

    private enum Status {
        case open
    }

    private func rendered(_ template: String) throws -> String {
        try MustacheTemplate(string: template).render(ViewNode(Page()))
    }

    /// Mustache's own way with the same view, by reflection.
    private func reflected(_ template: String) throws -> String {
        try MustacheTemplate(string: template).render(Page())
    }

    @Test(
        "A template shows the same as of the view itself",
        arguments: [
            "{{title}} {{owner.name}} {{owner.age}} {{{owner.name}}}", "{{#owner}}{{name}} of {{title}}{{/owner}}",
            "{{#deputy}}never{{/deputy}}{{^deputy}}nobody{{/deputy}}{{deputy.name}}",
            "{{#people}}{{name}}:{{#.age}}{{.}}{{/.age}}{{^.age}}?{{/.age}} {{title}};{{/people}}",
            "{{#tags}}{{.}},{{/tags}}{{^none}}none{{/none}}{{#isOpen}}open{{/isOpen}}",
            "{{status}} {{lead}} {{labels.yes}}",
        ]
    )
    func same(template: String) throws {
        #expect(try rendered(template) == reflected(template))
    }

    @Test("A list's items, and what is missing")
    func list() throws {
        #expect(try rendered("{{#people}}{{name}} {{age}}.{{/people}}{{unknown}}") == "Ben .Fay 7.")
    }
}
