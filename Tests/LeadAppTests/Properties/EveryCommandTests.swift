import Foundation
import Testing

/// A new command takes part in the random runs, or says why not.
@Suite("Every command is played")
struct EveryCommandTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    private static let sources = root.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: "Sources/LeadApp")

    private static func texts(in folder: URL) throws -> [String] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
        return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
            .map { try String(contentsOf: $0, encoding: .utf8) }
    }

    /// The type of each command with the name that it is known by at the door.
    static func commands() throws -> [String: String] {
        var commands: [String: String] = [:]
        for text in try texts(in: sources) {
            for match in text.matches(of: #/struct (\w+)(?:<[^>]*>)?: (?:\w+, )*\w*Command\b/#) {
                let rest = text[match.range.upperBound...]
                let name = rest.firstMatch(of: #/static let name = "(\w+)"/#).map { String($0.1) }
                commands[String(match.1)] = name ?? ""
            }
        }
        return commands
    }

    private static func played() throws -> Set<String> {
        let text = try texts(in: root).joined()
        return Set(try commands().keys.filter { text.contains("\($0)(") })
    }

    /// The names of the commands that a long run must have carried out.
    static func namesToCarryOut() throws -> Set<String> {
        let commands = try commands()
        return Set(try played().subtracting(["AtVersion"]).compactMap { commands[$0] })
    }

    @Test("Each command of the product is played by a verb, or named with the reason why not")
    func complete() throws {
        let commands = Set(try Self.commands().keys)
        let played = try Self.played()
        #expect(commands.count > 80)
        let missing = commands.subtracting(played).subtracting(Verb.unplayed.keys).sorted()
        #expect(missing.isEmpty, "add a verb for these to Verbs+….swift")
        let gone = Set(Verb.unplayed.keys).subtracting(commands).sorted()
        #expect(gone.isEmpty, "these are no commands any more")
        let excused = played.intersection(Verb.unplayed.keys).sorted()
        #expect(excused.isEmpty, "these are played: take them off the list")
    }
}
