/// A number for the rows of a table in their order (FNV-1a, 64 bits): another number means other rows.
struct RowHash: Hashable, Sendable {
    private(set) var rows = 0
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ row: [SQLValue]) {
        rows += 1
        for value in row { add(value) }
    }

    private mutating func add(_ value: SQLValue) {
        switch value {
        case .null: add([0])
        case .boolean(let flag): add([1, flag ? 1 : 0])
        case .integer(let number): add([2], UInt64(bitPattern: number))
        case .real(let number): add([3], number.bitPattern)
        case .text(let text): add([4], UInt64(text.utf8.count), text.utf8)
        case .bytes(let bytes): add([5], UInt64(bytes.count), bytes)
        }
    }

    private mutating func add(_ kind: [UInt8], _ number: UInt64, _ bytes: some Sequence<UInt8> = []) {
        add(kind)
        withUnsafeBytes(of: number.littleEndian) { add($0) }
        add(bytes)
    }

    private mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
}
