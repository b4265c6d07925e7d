import Foundation
import Hummingbird
import LeadApp

/// All files below `/assets`, in memory with the hash of their content: our own and the pinned third-party ones.
struct Assets: Sendable {
    struct Asset: Sendable {
        var body: ByteBuffer
        var type: String
        /// The first 16 digits of the content's hash: version in links and entity tag.
        var version: String
    }

    private let files: [String: Asset]

    /// - Parameter vendor: the folder that set-up fetched; without it pages work, though plainly.
    init(vendor: String) throws {
        guard let own = Bundle.module.resourceURL?.appending(path: "assets") else {
            throw CocoaError(.fileNoSuchFile)
        }
        var files: [String: Asset] = [:]
        for (path, url) in Self.files(below: own) { files["/assets/\(path)"] = try Self.load(url) }
        for (path, url) in Self.files(below: URL(filePath: vendor)) {
            files["/assets/vendor/\(path)"] = try Self.load(url)
        }
        self.files = files
    }

    subscript(path: String) -> Asset? { files[path] }

    /// Paths with their versions, for links that browsers may keep for ever.
    ///
    /// Fonts are left out: style sheets name them plainly, and a preload must name the same address.
    var versions: [(path: String, version: String)] {
        files.filter { !$0.key.hasSuffix(".woff2") }.map { ($0.key, $0.value.version) }
    }

    private static func files(below folder: URL) -> [(path: String, url: URL)] {
        guard let paths = FileManager.default.enumerator(atPath: folder.path) else { return [] }
        return paths.compactMap { $0 as? String }.compactMap { path in
            let url = folder.appending(path: path)
            guard types[url.pathExtension] != nil else { return nil }
            return (path, url)
        }
    }

    private static func load(_ url: URL) throws -> Asset {
        let bytes = Array(try Data(contentsOf: url))
        return Asset(
            body: ByteBuffer(bytes: bytes),
            type: types[url.pathExtension] ?? "application/octet-stream",
            version: String(Hash.hex(of: bytes).prefix(16))
        )
    }

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
        "woff2": "font/woff2", "png": "image/png", "ico": "image/vnd.microsoft.icon", "json": "application/json",
    ]
}
