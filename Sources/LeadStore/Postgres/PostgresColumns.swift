import CLibPQ

/// One row of a result that libpq holds, in binary form.
struct PostgresColumns: ColumnSource {
    let result: OpaquePointer
    let row: Int32

    func isNull(_ index: Int) -> Bool { PQgetisnull(result, row, Int32(index)) == 1 }

    func integer(_ index: Int) -> Int64 {
        let field = field(index)
        if PQftype(result, Int32(index)) == PostgresType.numeric { return Self.numeric(field) }
        return field.count == 1 ? Int64(field[0]) : Self.signed(field)
    }

    func real(_ index: Int) -> Double {
        let field = field(index)
        switch PQftype(result, Int32(index)) {
        case PostgresType.real: return Double(bitPattern: UInt64(bitPattern: Self.signed(field)))
        case PostgresType.single: return Double(Float(bitPattern: UInt32(truncatingIfNeeded: Self.signed(field))))
        default: return Double(integer(index))
        }
    }

    func text(_ index: Int) -> String { String(decoding: field(index), as: UTF8.self) }
    func bytes(_ index: Int) -> [UInt8] { Array(field(index)) }

    private func field(_ index: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, Int32(index)),
            count: Int(PQgetlength(result, row, Int32(index)))
        )
    }

    /// A whole number of two, four or eight bytes.
    private static func signed(_ field: UnsafeRawBufferPointer) -> Int64 {
        var bits: UInt64 = (field.first ?? 0) & 0x80 == 0 ? 0 : .max
        for byte in field { bits = bits << 8 | UInt64(byte) }
        return Int64(bitPattern: bits)
    }

    /// The whole part of a `numeric`, as sums are: groups of four digits, the first with a weight.
    private static func numeric(_ field: UnsafeRawBufferPointer) -> Int64 {
        func word(_ index: Int) -> Int64 { signed(UnsafeRawBufferPointer(rebasing: field[index * 2..<index * 2 + 2])) }
        let (groups, weight) = (Int(word(0)), Int(word(1)))
        guard weight >= 0 else { return 0 }
        let whole = (0...weight).reduce(0 as Int64) { sum, place in
            sum &* 10_000 &+ (place < groups ? word(4 + place) : 0)
        }
        return word(2) == 0 ? whole : -whole
    }
}

/// The numbers that PostgreSQL knows its types by.
enum PostgresType {
    static let boolean: Oid = 16
    static let bytes: Oid = 17
    static let integer: Oid = 20
    static let text: Oid = 25
    static let single: Oid = 700
    static let real: Oid = 701
    static let numeric: Oid = 1700
}
