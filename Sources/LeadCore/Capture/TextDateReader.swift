/// Reads the parts of a written date from left to right.
struct TextDateReader {
    private let text: String
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        self.text = text
        // Some programs part the time and AM with a narrow space that does not break.
        let plain = text.unicodeScalars.prefix(80).map { scalar in
            scalar.properties.isWhitespace ? UInt8(ascii: " ") : UInt8(exactly: scalar.value) ?? 0
        }
        var bytes = plain.drop(while: Self.isSpace)
        while let last = bytes.last, Self.isSpace(last) { bytes.removeLast() }
        self.bytes = Array(bytes)
    }

    var isAtEnd: Bool {
        position == bytes.count
    }

    func refusal(_ problem: String) -> Refusal {
        let sentence = "“\(text.prefix(40))” \(problem)."
        return Refusal(.invalid, "invalid_date", sentence, issues: [.init("", sentence)])
    }

    mutating func date(_ order: DateOrder) throws(Refusal) -> LocalDate {
        let first = digits()
        if first.count == 8 { return try existing(first.prefix(4), first.dropFirst(4).prefix(2), first.suffix(2)) }
        guard let separator = peek(), "-./".utf8.contains(separator) else {
            throw refusal("is not a date that can be read")
        }
        position += 1
        let second = digits()
        guard take(separator) else { throw refusal("is not a date that can be read") }
        let third = digits()
        if first.count == 4 { return try existing(first, second, third) }
        guard third.count == 4 else { throw refusal("needs a year of four digits") }
        let isDotted = separator == UInt8(ascii: ".")
        switch order {
        case .dayFirst: return try existing(third, second, first)
        case .monthFirst: return try isDotted ? existing(third, second, first) : existing(third, first, second)
        case .automatic:
            let dayFirst = try? existing(third, second, first)
            let monthFirst = isDotted ? nil : try? existing(third, first, second)
            if let dayFirst, let monthFirst, dayFirst != monthFirst {
                throw refusal("could be two dates; say whether the day or the month comes first")
            }
            guard let date = dayFirst ?? monthFirst else { throw refusal("is a day that does not exist") }
            return date
        }
    }

    /// Nil when the text ends after the date.
    mutating func time() throws(Refusal) -> Span? {
        guard !isAtEnd else { return nil }
        let hasT = take(UInt8(ascii: "T")) || take(UInt8(ascii: "t"))
        if !hasT {
            _ = take(UInt8(ascii: ","))
            skipSpaces()
        }
        guard var hour = Int(digits: digits()), take(UInt8(ascii: ":")), let minute = twoDigits() else {
            throw refusal("has a time that cannot be read")
        }
        var second = 0
        var milliseconds = 0
        if take(UInt8(ascii: ":")) {
            guard let seconds = twoDigits() else { throw refusal("has a time that cannot be read") }
            second = seconds
            if take(UInt8(ascii: ".")) || take(UInt8(ascii: ",")) { milliseconds = try fraction() }
        }
        if let isAfternoon = halfOfDay() {
            guard (1...12).contains(hour) else { throw refusal("has a time that does not exist") }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
        }
        // A leap second is the first of the next minute, as in POSIX time.
        guard hour < 24, minute < 60, second < 60 || (second == 60 && minute == 59) else {
            throw refusal("has a time that does not exist")
        }
        return Span(milliseconds: Int64(((hour * 60 + minute) * 60 + second) * 1000 + milliseconds))
    }

    /// Nil when no zone follows.
    mutating func offset() throws(Refusal) -> Int? {
        skipSpaces()
        guard let next = peek() else { return nil }
        for name in ["Z", "z", "UTC", "GMT"] where bytes[position...].elementsEqual(name.utf8) {
            position = bytes.count
            return 0
        }
        guard next == UInt8(ascii: "+") || next == UInt8(ascii: "-") else { return nil }
        position += 1
        var parts = digits()
        if parts.count == 2, take(UInt8(ascii: ":")) { parts += digits() }
        if parts.count == 2 { parts += "00".utf8 }
        guard parts.count == 4, let hours = Int(digits: parts.prefix(2)), let minutes = Int(digits: parts.suffix(2)),
            hours < 24, minutes < 60
        else { throw refusal("has an offset that cannot be read") }
        return (hours * 60 + minutes) * (next == UInt8(ascii: "-") ? -60 : 60)
    }

    private func existing(
        _ year: some Collection<UInt8>,
        _ month: some Collection<UInt8>,
        _ day: some Collection<UInt8>
    ) throws(Refusal) -> LocalDate {
        guard (1...2).contains(month.count), (1...2).contains(day.count), let year = Int(digits: year),
            let month = Int(digits: month), let day = Int(digits: day),
            let date = LocalDate(year: year, month: month, day: day)
        else { throw refusal("is a day that does not exist") }
        return date
    }

    /// Milliseconds; further digits are dropped.
    private mutating func fraction() throws(Refusal) -> Int {
        let all = digits()
        guard !all.isEmpty else { throw refusal("has a time that cannot be read") }
        let three = (all + "00".utf8).prefix(3)
        return Int(digits: three) ?? 0
    }

    private mutating func halfOfDay() -> Bool? {
        let start = position
        skipSpaces()
        let rest = bytes[position...].map { $0 | 0x20 }
        for (mark, isAfternoon) in [("am", false), ("pm", true), ("a.m.", false), ("p.m.", true)]
        where rest.starts(with: mark.utf8) {
            position += mark.utf8.count
            return isAfternoon
        }
        position = start
        return nil
    }

    private mutating func twoDigits() -> Int? {
        let all = digits()
        return all.count == 2 ? Int(digits: all) : nil
    }

    private mutating func digits() -> [UInt8] {
        let run = bytes[position...].prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        position += run.count
        return Array(run)
    }

    private func peek() -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpaces() {
        while let byte = peek(), Self.isSpace(byte) { position += 1 }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}
