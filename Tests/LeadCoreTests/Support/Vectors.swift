import Foundation
import LeadCore

/// Test data committed beside the tests, and the public data that lies beside a checkout.
enum Vectors {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    static func url(_ name: String) -> URL {
        tests.appending(path: "Vectors").appending(path: name)
    }

    /// The rows of a committed CSV file without quotes, by column name.
    static func rows(_ name: String, separator: Character = ",") throws -> [[String: String]] {
        let lines = try String(contentsOf: url(name), encoding: .utf8).split(separator: "\n")
        let header = lines[0].split(separator: separator).map(String.init)
        return lines.dropFirst().map { line in
            let cells = line.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
            return Dictionary(uniqueKeysWithValues: zip(header, cells))
        }
    }

    /// Public data in `../shared`; nil in a checkout without it.
    static func shared(_ path: String) -> URL? {
        let root = tests.deletingLastPathComponent().deletingLastPathComponent()
        let url = root.deletingLastPathComponent().appending(path: "shared").appending(path: path)
        return FileManager.default.fileExists(atPath: url.path) ? url : nil
    }
}

extension ZoneRules {
    /// The rules of a zone in the committed vectors, as zoneinfo has them from 1970 to 2050.
    static func vector(_ zone: String) throws -> ZoneRules {
        let rows = try Vectors.rows("zones.csv").filter { $0["zone"] == zone }
        var first = 0
        var transitions: [Transition] = []
        for row in rows {
            let offset = Int(row["offset"] ?? "") ?? 0
            if let at = Int64(row["at"] ?? "") {
                transitions.append(Transition(at: Instant(milliseconds: at * 1000), offset: offset))
            } else {
                first = offset
            }
        }
        return try ZoneRules(identifier: zone, firstOffset: first, transitions: transitions)
    }
}
