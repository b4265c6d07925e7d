/// Recognises the column names that other systems export, so that their files need no mapping by hand.
///
///     HeaderNames.recognise("Company / Account")?.meaning  // .field(.company)
///
/// Case, spaces, punctuation and accents make no difference.
package enum HeaderNames {
    package struct Recognition: Hashable, Sendable {
        package var meaning: FieldMeaning
        package var confidence: Confidence
    }

    package enum Confidence: Int, Hashable, Comparable, Sendable {
        /// The name suggests it; somebody should look.
        case guess
        /// A usual word for it.
        case likely
        /// A known system writes exactly this.
        case certain

        package static func < (a: Confidence, b: Confidence) -> Bool {
            a.rawValue < b.rawValue
        }
    }

    /// Nil when the name means nothing to us.
    package static func recognise(_ header: String) -> Recognition? {
        let name = FoldedWords.joined(header)
        if let known = table[name] { return known }
        for prefix in ["lead", "contact", "person", "primary", "customer", "company"] where name.hasPrefix(prefix) {
            if let known = table[String(name.dropFirst(prefix.count))], known.meaning != .bookkeeping {
                return Recognition(meaning: known.meaning, confidence: .guess)
            }
        }
        return nil
    }

    /// What each column of a file means; no field is claimed by two columns.
    ///
    /// The column that is recognised with the greatest confidence gets the field, the first of equals; the others, and the unknown
    /// ones, become custom fields. A title beside a job title is the lead's own.
    package static func columns(_ headers: [String]) -> [Recognition] {
        var recognised = headers.map(recognise)
        let names = headers.map(FoldedWords.joined)
        if let title = names.firstIndex(of: "title"), names.contains(where: jobTitles.contains) {
            recognised[title] = Recognition(meaning: .field(.subject), confidence: .likely)
        }
        var owner: [LeadField: Int] = [:]
        for (column, recognition) in recognised.enumerated() {
            guard let recognition, case .field(let field) = recognition.meaning else { continue }
            if let other = owner[field].flatMap({ recognised[$0] }), other.confidence >= recognition.confidence {
                continue
            }
            owner[field] = column
        }
        return recognised.enumerated().map { column, recognition in
            let custom = Recognition(meaning: .custom(headers[column]), confidence: .guess)
            guard let recognition else { return custom }
            if case .field(let field) = recognition.meaning, owner[field] != column { return custom }
            return recognition
        }
    }

    private static let jobTitles: Set = ["jobtitle", "designation", "position", "jobposition", "stelle"]

    private static let table: [String: Recognition] = {
        var table: [String: Recognition] = [:]
        func add(_ names: String, _ meaning: FieldMeaning, _ confidence: Confidence) {
            for name in names.split(separator: "|") {
                let key = FoldedWords.joined(String(name))
                if table[key] == nil { table[key] = Recognition(meaning: meaning, confidence: confidence) }
            }
        }
        for (names, field) in exported { add(names, .field(field), .certain) }
        add(exportersBookkeeping, .bookkeeping, .certain)
        for (names, field) in synonyms { add(names, .field(field), .likely) }
        return table
    }()
}
