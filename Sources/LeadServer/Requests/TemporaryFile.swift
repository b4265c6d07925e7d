import Foundation
import Hummingbird
import NIOCore

/// A body that is too large for memory, on disk for as long as a request lasts; nobody else can read it.
struct TemporaryFile {
    private static let mostBytes = 600_000_000

    let path: String

    static func receive(_ body: RequestBody) async throws -> TemporaryFile {
        let path = FileManager.default.temporaryDirectory.appending(path: "baton-\(UUID().uuidString)").path
        let file = TemporaryFile(path: path)
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw CocoaError(.fileWriteUnknown) }
        defer { try? handle.close() }
        do {
            var size = 0
            for try await chunk in body {
                size += chunk.readableBytes
                guard size <= mostBytes else { throw HTTPError(.contentTooLarge) }
                try handle.write(contentsOf: Data(chunk.readableBytesView))
            }
        } catch {
            file.remove()
            throw error
        }
        return file
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }
}
