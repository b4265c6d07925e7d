import Foundation
import LeadCore
package import Logging

/// A Maildir folder into which a mail server drops what comes back; what was read moves from `new` to `cur`.
package struct BounceFolder: Sendable {
    private let app: App
    private let folder: URL
    private let logger: Logger

    package init(app: App, folder: String, logger: Logger) {
        self.app = app
        self.folder = URL(filePath: folder)
        self.logger = logger
    }

    /// Reads what is new.
    ///
    /// - Returns: how many messages there were.
    @discardableResult
    package func read() async throws -> Int {
        let names = try await offPool { [folder] in
            try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "new").path).sorted()
        }
        for name in names { await take(name) }
        return names.count
    }

    private func take(_ name: String) async {
        do {
            let file = folder.appending(path: "new/\(name)")
            let bytes = try await offPool { Array(try Data(contentsOf: file)) }
            do {
                try await app.perform(TakeBounce(report: bytes), as: .system)
            } catch let refusal as Refusal {
                logger.info("not a report", metadata: ["file": "\(name)", "code": "\(refusal.code)"])
            }
            try await offPool { [folder] in
                let read = folder.appending(path: "cur")
                try FileManager.default.createDirectory(at: read, withIntermediateDirectories: true)
                try FileManager.default.moveItem(at: file, to: read.appending(path: "\(name):2,S"))
            }
        } catch {
            logger.error("mail that came back could not be read", metadata: ["file": "\(name)", "error": "\(error)"])
        }
    }
}
