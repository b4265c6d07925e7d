import Foundation

/// Python's standard library as an independent judge.
enum Python {
    struct Failed: Error {
        var text: String
    }

    /// What a script prints that reads `input` from its standard input.
    static func run(_ script: String, _ input: [UInt8] = []) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        let file = FileManager.default.temporaryDirectory.appending(path: "python-\(UUID().uuidString)")
        try Data(input).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let printed = Pipe()
        process.standardInput = try FileHandle(forReadingFrom: file)
        process.standardOutput = printed
        process.standardError = printed
        try process.run()
        let text = String(decoding: printed.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(text: text) }
        return text
    }
}
