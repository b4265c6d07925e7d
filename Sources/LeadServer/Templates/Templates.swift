import Foundation

/// The templates of all pages, read once; links to assets in them get the assets' versions.
struct Templates: Sendable {
    private let library: TemplateLibrary

    struct Missing: Error {
        var template: String
    }

    init(assets: Assets) throws {
        let links = AssetLinks(assets.versions)
        library = try TemplateLibrary(try Self.texts().mapValues { links.versioned($0) })
    }

    /// The templates' texts by their names below `Resources/templates`, without the extension.
    static func texts() throws -> [String: String] {
        guard let folder = Bundle.module.resourceURL?.appending(path: "templates"),
            let paths = FileManager.default.enumerator(atPath: folder.path)
        else { throw CocoaError(.fileNoSuchFile) }
        var texts: [String: String] = [:]
        for case let path as String in paths where path.hasSuffix(".mustache") {
            let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            texts[String(path.dropLast(".mustache".count))] = text
        }
        return texts
    }

    func render(_ view: some Encodable, _ template: String) throws -> String {
        guard let found = library[template] else { throw Missing(template: template) }
        var renderer = TemplateRenderer(library, showing: try ViewNode(of: view))
        renderer.render(found.parts)
        return String(decoding: renderer.output, as: UTF8.self)
    }
}
