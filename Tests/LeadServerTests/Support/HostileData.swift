import Foundation

/// The hostile files beside the repository; a clone without them runs the other tests.
enum HostileData {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../shared/data/hostile").standardizedFileURL

    static let isHere = FileManager.default.fileExists(atPath: folder.path)

    /// Bodies that claim to be JSON: `y_` is, `n_` is not, `i_` may be either.
    static func jsonFiles() throws -> [(name: String, body: Data)] {
        let parsing = folder.appending(path: "JSONTestSuite/test_parsing")
        return try FileManager.default.contentsOfDirectory(atPath: parsing.path).sorted().map { name in
            (name, try Data(contentsOf: parsing.appending(path: name)))
        }
    }

    /// Naughty strings and injection payloads, one a line.
    static func lines() throws -> [String] {
        let payloads = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "payloads").path)
            .filter { $0.hasSuffix(".txt") }.map { "payloads/\($0)" }
        return try (["blns/blns.txt"] + payloads.sorted()).flatMap { path in
            String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
                .split(separator: "\n").map(String.init)
        }
    }
}
