import Foundation

/// Python's standard library as an independent judge.
enum Python {
    struct Failed: Error {
        var text: String
    }

    /// What a script prints that reads `input` from its standard input.
    ///
    /// It runs beside the cooperative pool, and over files: a pipe would stay open in whatever else is started meanwhile.
    static func run(_ script: String, _ input: [UInt8] = []) async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try runNow(script, input) })
            }
        }
    }

    private static func runNow(_ script: String, _ input: [UInt8]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "python-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(input).write(to: folder.appending(path: "in"))
        try Data(script.utf8).write(to: folder.appending(path: "script.py"))
        let status = system("cd '\(folder.path)' && python3 script.py < in > out 2>&1")
        let text = try String(contentsOf: folder.appending(path: "out"), encoding: .utf8)
        guard status == 0 else { throw Failed(text: text) }
        return text
    }
}
