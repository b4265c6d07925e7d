import Foundation
import Hummingbird
import LeadApp
import NIOCore

/// A body that is too large for memory, on disk for as long as a request lasts; nobody else can read it.
struct TemporaryFile {
    private static let mostBytes = 600_000_000
    /// Bytes that are written at once, on a thread of their own.
    private static let portion = 512 * 1024

    let path: String

    static func receive(_ body: RequestBody) async throws -> TemporaryFile {
        let path = FileManager.default.temporaryDirectory.appending(path: "baton-\(UUID().uuidString)").path
        let file = TemporaryFile(path: path)
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw CocoaError(.fileWriteUnknown) }
        do {
            var size = 0
            var waiting = Data()
            for try await chunk in body {
                size += chunk.readableBytes
                guard size <= mostBytes else { throw HTTPError(.contentTooLarge) }
                waiting.append(contentsOf: chunk.readableBytesView)
                if waiting.count >= portion {
                    try await write(waiting, to: handle)
                    waiting.removeAll(keepingCapacity: true)
                }
            }
            try await write(waiting, to: handle)
            try handle.close()
        } catch {
            try? handle.close()
            file.remove()
            throw error
        }
        return file
    }

    private static func write(_ bytes: Data, to handle: FileHandle) async throws {
        try await offPool { try handle.write(contentsOf: bytes) }
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }
}
