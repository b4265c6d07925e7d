import Hummingbird
import NIOCore

/// A body of which at least the beginning is kept, however long it is.
struct KeptBody {
    var bytes: [UInt8] = []
    /// More came than is kept.
    var isCut = false

    init(_ body: RequestBody, upTo most: Int) async throws {
        for try await chunk in body {
            let room = most - bytes.count
            bytes.append(contentsOf: chunk.readableBytesView.prefix(room))
            if chunk.readableBytes > room {
                isCut = true
                return
            }
        }
    }
}
