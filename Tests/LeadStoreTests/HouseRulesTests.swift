import Foundation
import Testing

/// The doors between the rooms (DESIGN section 2): what each layer may import.
@Suite("House rules")
struct HouseRulesTests {
    static let sources = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

    /// Each import line of a target's files, with the file it is in.
    private func imports(of target: String) throws -> [(module: String, file: String)] {
        let folder = Self.sources.appending(path: target)
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
        return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.flatMap { file in
            try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
                .filter { $0.hasPrefix("import ") || $0.hasPrefix("package import ") || $0.hasPrefix("public import ") }
                .compactMap { $0.split(separator: " ").last.map { (String($0), file.lastPathComponent) } }
        }
    }

    @Test("The core imports nothing; insight imports the core alone")
    func pure() throws {
        #expect(try imports(of: "LeadCore").isEmpty)
        #expect(try imports(of: "LeadInsight").allSatisfy { $0.module == "LeadCore" })
    }

    @Test(
        "A technology stays in its room",
        arguments: [
            ("GRDB", "LeadStore"), ("GRDBSQLite", "LeadStore"), ("Hummingbird", "LeadServer"),
            ("HummingbirdCore", "LeadServer"),
            ("Mustache", "tests alone"), ("CSodium", "LeadApp"), ("CPhone", "LeadApp"), ("CDelimited", "LeadApp"),
            ("ArgumentParser", "baton"), ("Configuration", "baton"), ("CCurl", "LeadApp"),
        ]
    )
    func rooms(module: String, home: String) throws {
        let targets = ["LeadCore", "LeadInsight", "LeadStore", "LeadApp", "LeadFixtures", "LeadServer", "baton"]
        for target in targets where target != home {
            let strays = try imports(of: target).filter { $0.module == module }.map(\.file)
            #expect(strays.isEmpty, "\(target) imports \(module)")
        }
    }

    @Test("Nobody but the two doors reads or writes the database")
    func doors() throws {
        for target in ["LeadApp", "LeadFixtures", "LeadServer", "baton"] {
            let folder = Self.sources.appending(path: target)
            let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
            for case let file as URL in files where file.pathExtension == "swift" {
                let text = try String(contentsOf: file, encoding: .utf8)
                let words = ["database.read", "database.write", "database.trial"]
                let reaches = words.contains { text.contains($0) } && file.lastPathComponent != "App.swift"
                #expect(!reaches, "\(target)/\(file.lastPathComponent)")
            }
        }
    }

    @Test("No statement of SQL is written outside the store")
    func sql() throws {
        let verbs = ["\"SELECT ", "\"INSERT INTO ", "\"UPDATE ", "\"DELETE FROM "]
        for target in ["LeadCore", "LeadInsight", "LeadApp", "LeadFixtures", "LeadServer", "baton"] {
            let folder = Self.sources.appending(path: target)
            let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
            for case let file as URL in files where file.pathExtension == "swift" {
                let text = try String(contentsOf: file, encoding: .utf8)
                #expect(!verbs.contains { text.contains($0) }, "\(target)/\(file.lastPathComponent)")
            }
        }
    }

    @Test("C5: acts on stored leads are made where their profile is loaded, so that requirements can be met")
    func acts() throws {
        let homes = ["Desk+Act.swift", "StatusMigration.swift"]
        let folder = Self.sources.appending(path: "LeadApp")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
        for case let file as URL in files where file.pathExtension == "swift" && !homes.contains(file.lastPathComponent)
        {
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(!text.contains("LeadAct("), "\(file.lastPathComponent): use desk.act(on:) instead")
        }
    }
}
