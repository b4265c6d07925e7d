import CPhone

/// Phone numbers through libphonenumber.
enum Phone {
    /// No number is longer, written with blanks, brackets and an extension; the library takes quadratic time.
    private static let most = 64

    /// Whether numbers can be dialled from this country, by its two letters.
    static func knows(region: String) -> Bool {
        region.utf8.count == 2 && cphone_knows(region)
    }

    /// E.164 where the library understands the number as dialled from `region`; otherwise the text as it came, since its
    /// metadata is of 2022 and refusing would lose a lead.
    ///
    /// What is too long to be a number is never given to the library.
    static func normalized(_ text: String, region: String) -> String {
        guard text.utf8.count <= most else { return text }
        let parsed = cphone_parse(text, region)
        let e164 = withUnsafeBytes(of: parsed.e164) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        return e164.isEmpty ? text : e164
    }
}
