import Foundation
import Mustache

/// The templates of all pages, read once; links to assets in them get the assets' versions.
struct Templates: Sendable {
    private let library: MustacheLibrary

    struct Missing: Error {
        var template: String
    }

    struct Broken: Error {
        var template: String
        var reason: String
    }

    init(assets: Assets) throws {
        guard let folder = Bundle.module.resourceURL?.appending(path: "templates"),
            let paths = FileManager.default.enumerator(atPath: folder.path)
        else { throw CocoaError(.fileNoSuchFile) }
        var library = MustacheLibrary()
        for case let path as String in paths where path.hasSuffix(".mustache") {
            var text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            for (asset, version) in assets.versions where text.contains(asset) {
                text = text.replacing(asset, with: "\(asset)?v=\(version)")
            }
            do {
                try library.register(text, named: String(path.dropLast(".mustache".count)))
            } catch {
                throw Broken(template: path, reason: "\(error)")
            }
        }
        self.library = library
    }

    func render(_ view: some Any, _ template: String) throws -> String {
        guard let text = library.render(ViewNode(view), withTemplate: template) else {
            throw Missing(template: template)
        }
        return text
    }
}
