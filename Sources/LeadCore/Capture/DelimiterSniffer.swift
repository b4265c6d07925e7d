/// Finds out what parts the columns of a delimited file, from its first bytes.
package enum DelimiterSniffer {
    package static let candidates = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }

    /// The delimiter that cuts the first records into the most columns, all equally many; a comma when none does.
    ///
    /// Delimiters and line ends between quotes do not count, and Excel's first line `sep=;` decides.
    package static func sniff(_ utf8: some Collection<UInt8>, records limit: Int = 20) -> UInt8 {
        let sample = Array(utf8.prefix(1 << 18))
        if let declared = declared(sample) { return declared }
        var best = (score: 0, delimiter: UInt8(ascii: ","))
        for delimiter in candidates {
            let counts = columns(sample, delimiter, limit)
            let score = score(counts)
            if score > best.score { best = (score, delimiter) }
        }
        return best.delimiter
    }

    private static func declared(_ sample: [UInt8]) -> UInt8? {
        let mark = Array("sep=".utf8)
        guard sample.count > 4, sample.prefix(4).map({ $0 | 0x20 }) == mark.map({ $0 | 0x20 }) else { return nil }
        return candidates.contains(sample[4]) ? sample[4] : nil
    }

    /// How many columns each record has; the last one only if its end was seen or there is no other.
    private static func columns(_ sample: [UInt8], _ delimiter: UInt8, _ limit: Int) -> [Int] {
        let quote = UInt8(ascii: "\"")
        var counts: [Int] = []
        var count = 1
        var isQuoted = false
        var isAtStart = true
        var isEmpty = true
        for byte in sample where counts.count < limit {
            if byte == quote, isQuoted || isAtStart {
                isQuoted.toggle()
                (isAtStart, isEmpty) = (false, false)
            } else if isQuoted {
                continue
            } else if byte == delimiter {
                count += 1
                (isAtStart, isEmpty) = (true, false)
            } else if byte == 0x0A || byte == 0x0D {
                if !isEmpty { counts.append(count) }
                (count, isAtStart, isEmpty) = (1, true, true)
            } else {
                (isAtStart, isEmpty) = (false, false)
            }
        }
        return counts.isEmpty && !isEmpty ? [count] : counts
    }

    /// Zero unless most records have the same number of columns, more than one; agreement counts before columns.
    private static func score(_ counts: [Int]) -> Int {
        let sizes = Dictionary(grouping: counts) { $0 }.mapValues(\.count)
        guard let (columns, records) = sizes.filter({ $0.key > 1 }).max(by: { ($0.value, $0.key) < ($1.value, $1.key) })
        else {
            return 0
        }
        return records * 10_000 / counts.count * 10_000 + columns
    }
}
