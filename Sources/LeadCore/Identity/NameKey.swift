/// A person's name as it is matched: folded words in alphabetical order, without titles.
///
///     NameKey("Smith, John")?.text       // "john smith"
///     NameKey("Prof. Dr. Jürgen O’Neil")?.text  // "jurgen oneil"
package struct NameKey: Hashable, Sendable {
    package let text: String

    /// Nil when the text holds no letter or digit.
    package init?(_ name: String) {
        var words: [String] = []
        var rest: [String] = []
        for part in name.split(separator: ",") {
            let all = FoldedWords.of(String(part)).filter { $0 != "&" }
            let name = Self.withoutTitles(all)
            words.append(contentsOf: name)
            rest.append(contentsOf: all)
        }
        // Somebody may really be called Herr.
        if words.isEmpty { words = rest }
        guard !words.isEmpty else { return nil }
        text = words.sorted().joined(separator: " ")
    }

    private static func withoutTitles(_ words: [String]) -> [String] {
        var name = words.drop { titles.contains($0) }
        while let last = name.last, name.count > 1, degrees.contains(last) { name.removeLast() }
        return name.count == 1 && degrees.contains(name[name.startIndex]) ? [] : Array(name)
    }

    /// Before a name.
    private static let titles = Set(
        """
        mr mrs ms miss mx dr prof professor doctor sir dame madam rev reverend hon capt herr herrn frau fraulein dipl ing mag \
        med jur phil rer nat habil m mme mlle monsieur madame mademoiselle sig sigra signor signora sr sra srta senor senora \
        senorita dhr mevr mw hr fru pan pani pana
        """.split(separator: " ").map(String.init)
    )

    /// After a name.
    private static let degrees = Set(
        "phd md mba msc bsc ba ma esq cpa llm pmp rn dds".split(separator: " ").map(String.init)
    )
}
