/// A company's name as it is matched: folded words run together, without legal form, "the" and "and".
///
///     CompanyKey("Müller & Söhne GmbH & Co. KG")?.text  // "mullersohne"
///     CompanyKey("The Coca-Cola Company")?.text         // "cocacola"
package struct CompanyKey: Hashable, Sendable {
    package let text: String

    /// Nil when the text holds no letter or digit.
    package init?(_ name: String) {
        let words = Self.joiningLetters(FoldedWords.of(name))
        var core = LegalForms.removed(from: words[...])
        if core.first == "the", core.count > 1 { core.removeFirst() }
        let kept = core.filter { !Self.conjunctions.contains($0) }
        let named = kept.isEmpty ? words.filter { $0 != "&" } : kept
        guard !named.isEmpty else { return nil }
        text = LegalForms.removedInside(named.joined())
    }

    /// Single letters in a row are an abbreviation: `s a r l` is `sarl`.
    private static func joiningLetters(_ words: [String]) -> [String] {
        var joined: [String] = []
        var isAbbreviation = false
        for word in words {
            let isLetter = word != "&" && word.unicodeScalars.count == 1
            if isLetter, isAbbreviation {
                joined[joined.count - 1] += word
            } else {
                joined.append(word)
            }
            isAbbreviation = isLetter
        }
        return joined
    }

    private static let conjunctions: Set = ["&", "and", "und", "et", "og", "och"]
}
