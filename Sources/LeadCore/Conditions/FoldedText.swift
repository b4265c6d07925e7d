/// A text that compares without case, letter by letter, in a way that both databases can follow.
///
/// A letter is folded when it has exactly one small form whose capital it is again: `Ü` and `ü` are one, `K` (the Kelvin sign)
/// and `k` are two. Nothing else is: `ß` is not `ss`, and a letter with a combining accent is not the composed one.
package struct FoldedText: Hashable, Sendable {
    package let text: String
    package let folded: [UInt8]

    package init(_ text: String) {
        self.text = text
        folded = Self.fold(text)
    }

    package static func == (a: Self, b: Self) -> Bool {
        a.folded == b.folded
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(folded)
    }

    private static func fold(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        if bytes.allSatisfy({ $0 < 0x80 }) {
            return bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        }
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { folded.append(small(scalar)) }
        return Array(String(folded).utf8)
    }

    /// The small form of a letter, or the letter itself.
    package static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isASCII { return ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar }
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        guard let small = lower.first, lower.count == 1, !small.isASCII, capital(of: small) == scalar else {
            return scalar
        }
        return small
    }

    /// The only capital that folds to a small letter that is not ASCII; nil when none does.
    package static func capital(of small: Unicode.Scalar) -> Unicode.Scalar? {
        let upper = small.properties.uppercaseMapping.unicodeScalars
        guard let capital = upper.first, upper.count == 1, capital != small, !capital.isASCII else { return nil }
        let lower = capital.properties.lowercaseMapping.unicodeScalars
        return lower.count == 1 && lower.first == small ? capital : nil
    }

    package func contains(_ part: FoldedText) -> Bool {
        guard !part.folded.isEmpty else { return true }
        guard folded.count >= part.folded.count else { return false }
        return (0...folded.count - part.folded.count).contains { start in
            folded[start..<start + part.folded.count].elementsEqual(part.folded)
        }
    }

    package func starts(with part: FoldedText) -> Bool {
        folded.starts(with: part.folded)
    }

    package func ends(with part: FoldedText) -> Bool {
        folded.suffix(part.folded.count).elementsEqual(part.folded)
    }
}
