import Foundation
import Synchronization

/// Standard output for much text: written in large pieces.
final class BufferedOutput: Sendable {
    private let pending = Mutex(Data())
    private static let piece = 1 << 16

    func write(_ text: String) throws {
        try pending.withLock { data in
            data.append(contentsOf: text.utf8)
            guard data.count >= Self.piece else { return }
            try FileHandle.standardOutput.write(contentsOf: data)
            data.removeAll(keepingCapacity: true)
        }
    }

    func flush() throws {
        try pending.withLock { data in
            try FileHandle.standardOutput.write(contentsOf: data)
            data.removeAll()
        }
    }
}
