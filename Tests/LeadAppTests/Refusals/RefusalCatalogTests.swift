import Foundation
import LeadCore
import Testing

@Suite("The catalogue of refusals")
struct RefusalCatalogTests {
    /// A line of docs/refusals.md.
    struct Entry {
        var code: String
        var status: String
    }

    private static func catalogue() throws -> [Entry] {
        let page = SharedData.repository.appending(path: "docs/refusals.md")
        return try String(contentsOf: page, encoding: .utf8).split(separator: "\n").compactMap { line in
            guard line.hasPrefix("| `") else { return nil }
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            return Entry(code: cells[0].trimmingCharacters(in: ["`"]), status: cells[1])
        }
    }

    /// Codes that no literal stands for where they are said.
    private static let elsewhere: Set<String> = [
        "dismissed", "idempotency_key_reused", "import_undone", "internal", "malformed", "refused",
        "unsupported_media_type",
    ]

    @Test("Every refusal of the sources is in the catalogue, and nothing else is")
    func complete() throws {
        let listed = Set(try Self.catalogue().map(\.code))
        let said = Set(try RefusalSources(SharedData.repository).said.map(\.code))
        #expect(said.count > 60, "the sources were not read")
        #expect(said.subtracting(listed) == [], "missing in docs/refusals.md")
        #expect(listed.subtracting(said).subtracting(Self.elsewhere) == [], "nothing says these any more")
    }

    @Test("The catalogue's status of a refusal is that of its kind")
    func statuses() throws {
        let statuses = [
            "invalid": "422", "notFound": "404", "forbidden": "403", "unauthenticated": "401", "conflict": "409",
            "overLimit": "429", "outdated": "412",
        ]
        let catalogue = try Self.catalogue()
        for said in try RefusalSources(SharedData.repository).said {
            guard let kind = said.kind, let status = statuses[kind] else { continue }
            let listed = catalogue.filter { $0.code == said.code }
            #expect(
                listed.contains { $0.status.contains(status) || $0.status == "terminal" },
                "\(said.code) in \(said.file) answers \(status)"
            )
        }
    }

    @Test("Every refusal says a sentence that a salesperson understands")
    func sentences() throws {
        for said in try RefusalSources(SharedData.repository).said {
            guard let sentence = said.sentence else { continue }
            let flaw = Refusal(.invalid, said.code, sentence).flaw
            #expect(flaw == nil, "\(said.file): \(flaw ?? "")")
        }
    }
}
