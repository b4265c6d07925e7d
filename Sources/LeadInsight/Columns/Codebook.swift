/// The number that stands for one value of a dimension (a source, an owner, a status …) in the columns.
package typealias Code = UInt32

/// Which number stands for which value of a dimension.
///
/// Codes are dense, so a report can use them as array indices.
///
/// Code 0 is always "no value". Keys are stable (`web`, a campaign's id); labels are what people read and may change.
package struct Codebook: Sendable {
    /// The code of "no value".
    package static let none: Code = 0

    package private(set) var keys = [""]
    package private(set) var labels = ["(none)"]
    private var codes: [String: Code] = ["": none]

    package init() {}

    package var count: Int { keys.count }

    /// The code of a key, given out on its first use.
    ///
    /// A label, when given, replaces the one known so far.
    package mutating func code(_ key: String, label: String? = nil) -> Code {
        if let code = codes[key] {
            if let label { labels[Int(code)] = label }
            return code
        }
        let code = Code(keys.count)
        codes[key] = code
        keys.append(key)
        labels.append(label ?? key)
        return code
    }

    /// Gives a key that has a code another label, as after a rename.
    package mutating func relabel(_ key: String, _ label: String) {
        guard let code = codes[key], labels[Int(code)] != label else { return }
        labels[Int(code)] = label
    }

    /// The code of a key that is already known.
    package func existing(_ key: String) -> Code? {
        codes[key]
    }

    /// The codes of some keys, for a filter.
    ///
    /// An unknown key matches nothing, which a code that is never given out says.
    package func codes(of keys: some Sequence<String>) -> Set<Code> {
        Set(keys.map { codes[$0] ?? .max })
    }

    package func label(_ code: Code) -> String {
        labels[Int(code)]
    }
}
