/// Sizes and counts in words.
enum ByteWords {
    /// "212 bytes", "1.2 kB", "48 MB".
    static func size(_ bytes: Int) -> String {
        if bytes < 1000 { return bytes == 1 ? "1 byte" : "\(bytes) bytes" }
        var (value, units) = (bytes, ["kB", "MB", "GB", "TB"][...])
        while value >= 1_000_000, units.count > 1 {
            value /= 1000
            units.removeFirst()
        }
        let tenths = value % 1000 / 100
        return value < 10_000 && tenths > 0
            ? "\(value / 1000).\(tenths) \(units[units.startIndex])" : "\(value / 1000) \(units[units.startIndex])"
    }
}

/// Numbers as people read them.
enum CountWords {
    /// "6,468".
    static func number(_ count: Int) -> String {
        let digits = String(count.magnitude)
        var groups: [Substring] = []
        var rest = digits[...]
        while !rest.isEmpty {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        return (count < 0 ? "−" : "") + groups.joined(separator: ",")
    }

    /// "1 row", "6,468 rows".
    static func counted(_ count: Int, _ one: String, _ many: String) -> String {
        "\(number(count)) \(count == 1 ? one : many)"
    }
}
