/// Puts the assets' versions into the links of a text, so that browsers may keep them for ever.
struct AssetLinks {
    private static let root = "/assets/"
    private let versions: [Substring: String]

    init(_ versions: [(path: String, version: String)]) {
        self.versions = Dictionary(versions.map { (Substring($0.path), $0.version) }) { first, _ in first }
    }

    /// A path is read to its end before it is looked up: one that begins like another is another one.
    func versioned(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let start = rest.firstRange(of: Self.root)?.lowerBound {
            let path = rest[start...].prefix(while: Self.isOfPath)
            result += rest[..<path.endIndex]
            if let version = versions[path] { result += "?v=\(version)" }
            rest = rest[path.endIndex...]
        }
        return result + rest
    }

    private static func isOfPath(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "/._-".contains(character))
    }
}
