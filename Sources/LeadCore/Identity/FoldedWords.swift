/// The words of a text as they are compared: lower case, without accents, punctuation or spaces.
///
///     FoldedWords.of("Müller-Lüdenscheidt, O’Brien & Søn")  // muller, ludenscheidt, obrien, &, son
///
/// Letters and digits of every script are kept; the marks of the Latin, Greek and Cyrillic alphabets are not, and
/// full-width forms become plain ones. An apostrophe joins, anything else between words parts them. `&` and `+` are
/// words of their own.
enum FoldedWords {
    static func of(_ text: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        func endWord() {
            guard !word.isEmpty else { return }
            words.append(String(decoding: word, as: UTF8.self))
            word.removeAll(keepingCapacity: true)
        }
        for scalar in text.unicodeScalars {
            switch Folding.of(scalar) {
            case .letter(let byte): word.append(byte)
            case .letters(let text): word.append(contentsOf: text.utf8)
            case .nothing: break
            case .gap: endWord()
            case .sign:
                endWord()
                words.append("&")
            }
        }
        endWord()
        return words
    }

    /// The words run together, for comparing labels: `No. of Employees` is `noofemployees`.
    static func joined(_ text: String) -> String {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch Folding.of(scalar) {
            case .letter(let byte): bytes.append(byte)
            case .letters(let text): bytes.append(contentsOf: text.utf8)
            case .nothing, .gap, .sign: break
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
