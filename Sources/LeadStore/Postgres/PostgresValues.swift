import CLibPQ

/// The values of a statement as libpq sends them, one behind the other in binary form.
struct PostgresValues {
    /// The first byte is nobody's: also an empty value has a place, which tells it from a null.
    private var bytes: [UInt8] = [0]
    private var starts: [Int?] = []
    private var lengths: [Int32] = []

    init(_ values: [SQLValue]) {
        bytes.reserveCapacity(values.count * 16)
        for value in values { append(value) }
    }

    private mutating func append(_ value: SQLValue) {
        let start = bytes.count
        switch value {
        case .null: break
        case .boolean(let flag): bytes.append(flag ? 1 : 0)
        case .integer(let number): append(UInt64(bitPattern: number))
        case .real(let number): append(number.bitPattern)
        case .bytes(let blob): bytes += blob
        case .text(let text): append(text)
        }
        if case .null = value { starts.append(nil) } else { starts.append(start) }
        lengths.append(Int32(clamping: bytes.count - start))
    }

    private mutating func append(_ bits: UInt64) {
        withUnsafeBytes(of: bits.bigEndian) { bytes += $0 }
    }

    /// PostgreSQL's texts cannot hold a zero byte: its replacement stands there.
    ///
    /// What came in is kept byte for byte elsewhere.
    private mutating func append(_ text: String) {
        guard text.utf8.contains(0) else {
            bytes += text.utf8
            return
        }
        bytes += text.replacing("\u{0}", with: "\u{FFFD}").utf8
    }

    /// - Parameter body: given the count, the pointers to the values and their lengths.
    func send<T>(_ body: (Int32, [UnsafePointer<CChar>?], [Int32]) -> T) -> T {
        bytes.withUnsafeBytes { buffer in
            // An empty value is not a null: it needs a place, whichever.
            let pointers = starts.map { start in
                start.flatMap { buffer.baseAddress?.advanced(by: $0).assumingMemoryBound(to: CChar.self) }
            }
            return body(Int32(pointers.count), pointers, lengths)
        }
    }
}

extension SQLValue {
    var postgresType: Oid {
        switch self {
        case .null(let type): type.postgres
        case .boolean: PostgresType.boolean
        case .integer: PostgresType.integer
        case .real: PostgresType.real
        case .text: PostgresType.text
        case .bytes: PostgresType.bytes
        }
    }
}

extension SQLType {
    fileprivate var postgres: Oid {
        switch self {
        case .boolean: PostgresType.boolean
        case .integer: PostgresType.integer
        case .real: PostgresType.real
        case .text: PostgresType.text
        case .bytes: PostgresType.bytes
        }
    }
}
