/// The identity of one `Entity`: a UUIDv7 (RFC 9562), so ids sort by the time they were made.
///
/// Ids are made at the edge (`IDMaker` in LeadApp) and come into the core as values. Their text form is the canonical
/// `8-4-4-4-12` lower-case hexadecimal one.
package struct Identifier<Entity>: Hashable, Comparable, Sendable {
    package var high: UInt64
    package var low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    package static func < (a: Self, b: Self) -> Bool {
        (a.high, a.low) < (b.high, b.low)
    }

    /// The 16 bytes, most significant first.
    package var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 16) { buffer, count in
            for i in 0..<8 {
                buffer[i] = UInt8(truncatingIfNeeded: high >> UInt64(56 - 8 * i))
                buffer[8 + i] = UInt8(truncatingIfNeeded: low >> UInt64(56 - 8 * i))
            }
            count = 16
        }
    }

    /// Nil unless there are exactly 16 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        func word(_ start: Int) -> UInt64 {
            var word: UInt64 = 0
            for i in start..<start + 8 { word = word << 8 | UInt64(bytes[i]) }
            return word
        }
        self.init(high: word(0), low: word(8))
    }
}

extension Identifier: LosslessStringConvertible {
    /// Reads the canonical text form, in either case.
    package init?(_ description: String) {
        var nibbles: [UInt8] = []
        nibbles.reserveCapacity(32)
        for (i, byte) in description.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where [8, 13, 18, 23].contains(i): continue
            case UInt8(ascii: "0")...UInt8(ascii: "9"): nibbles.append(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): nibbles.append(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): nibbles.append(byte - UInt8(ascii: "A") + 10)
            default: return nil
            }
        }
        guard nibbles.count == 32, description.utf8.count == 36 else { return nil }
        self.init(
            high: nibbles[..<16].reduce(0) { $0 << 4 | UInt64($1) },
            low: nibbles[16...].reduce(0) { $0 << 4 | UInt64($1) }
        )
    }

    package var description: String {
        let digits = Array("0123456789abcdef".utf8)
        var out: [UInt8] = []
        out.reserveCapacity(36)
        for (i, byte) in bytes.enumerated() {
            if i == 4 || i == 6 || i == 8 || i == 10 { out.append(UInt8(ascii: "-")) }
            out.append(digits[Int(byte >> 4)])
            out.append(digits[Int(byte & 15)])
        }
        return String(decoding: out, as: UTF8.self)
    }
}

extension Identifier: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = Self(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is not an id")
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Identifier: ExpressibleByIntegerLiteral {
    /// A small readable id for tests and fixtures.
    package init(integerLiteral value: UInt64) {
        self.init(high: 0, low: value)
    }
}
