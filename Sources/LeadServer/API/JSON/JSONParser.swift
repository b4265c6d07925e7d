/// Why a body is no JSON that we take, and where.
struct MalformedJSON: Error {
    var offset: Int
    var reason: String
}

/// Reads JSON strictly (RFC 8259), and more: a name twice in one object is refused, since readers differ on which one counts, and so is
/// nesting deeper than anything we ask for.
struct JSONParser {
    private static let deepest = 32

    private let bytes: [UInt8]
    private var index = 0
    /// The rows of a batch with the bytes that each was: the items of a list on top, or of `leads` in an object on top.
    private var rows: [Row] = []

    struct Row {
        var value: JSONValue
        var bytes: [UInt8]
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    static func value(of bytes: [UInt8]) throws(MalformedJSON) -> JSONValue {
        var parser = JSONParser(bytes)
        return try parser.document()
    }

    /// The document, and its rows if it is a batch.
    static func batch(_ bytes: [UInt8]) throws(MalformedJSON) -> (document: JSONValue, rows: [Row]) {
        var parser = JSONParser(bytes)
        let document = try parser.document()
        return (document, parser.rows)
    }

    private mutating func document() throws(MalformedJSON) -> JSONValue {
        skipBlanks()
        let value = try value(depth: 0, keepsRows: true)
        skipBlanks()
        guard index == bytes.count else { throw fault("Something follows the end.") }
        return value
    }

    private mutating func value(depth: Int, keepsRows: Bool = false) throws(MalformedJSON) -> JSONValue {
        guard depth <= Self.deepest else { throw fault("It is nested too deeply.") }
        switch peek {
        case UInt8(ascii: "{"): return try object(depth)
        case UInt8(ascii: "["): return try array(depth, keepsRows)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case nil: throw fault("It ends too early.")
        default: return try number()
        }
    }

    private mutating func object(_ depth: Int) throws(MalformedJSON) -> JSONValue {
        var members: [JSONValue.Member] = []
        var names: Set<String> = []
        index += 1
        skipBlanks()
        if take("}") { return .object([]) }
        repeat {
            skipBlanks()
            guard peek == UInt8(ascii: "\"") else { throw fault("A name in quotes is expected.") }
            let name = try string()
            guard names.insert(name).inserted else { throw fault("The name \(name.prefix(60)) is there twice.") }
            skipBlanks()
            guard take(":") else { throw fault("A colon is expected.") }
            skipBlanks()
            members.append(
                .init(name: name, value: try value(depth: depth + 1, keepsRows: depth == 0 && name == "leads"))
            )
            skipBlanks()
        } while take(",")
        guard take("}") else { throw fault("A comma or } is expected.") }
        return .object(members)
    }

    private mutating func array(_ depth: Int, _ keepsRows: Bool) throws(MalformedJSON) -> JSONValue {
        var items: [JSONValue] = []
        index += 1
        skipBlanks()
        if take("]") { return .array([]) }
        repeat {
            skipBlanks()
            let start = index
            let item = try value(depth: depth + 1)
            if keepsRows { rows.append(Row(value: item, bytes: Array(bytes[start..<index]))) }
            items.append(item)
            skipBlanks()
        } while take(",")
        guard take("]") else { throw fault("A comma or ] is expected.") }
        return .array(items)
    }

    private mutating func string() throws(MalformedJSON) -> String {
        index += 1
        let start = index
        while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { index += 1 }
        var out = Array(bytes[start..<index])
        while let byte = peek, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw fault("A control character stands unescaped in text.") }
            index += 1
            if byte == UInt8(ascii: "\\") { out += try escape() } else { out.append(byte) }
        }
        guard take("\"") else { throw fault("A text does not end.") }
        guard let text = String(validating: out, as: UTF8.self) else { throw fault("A text is not UTF-8.") }
        return text
    }

    private mutating func escape() throws(MalformedJSON) -> [UInt8] {
        guard let byte = peek else { throw fault("It ends too early.") }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"): return try unicode()
        default: throw fault("There is no such escape.")
        }
    }

    private mutating func unicode() throws(MalformedJSON) -> [UInt8] {
        var code = try hex()
        if (0xD800..<0xDC00).contains(code), take("\\"), take("u") {
            let low = try hex()
            guard (0xDC00..<0xE000).contains(low) else { throw fault("Half a character is escaped.") }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw fault("Half a character is escaped.") }
        return Array(String(Character(scalar)).utf8)
    }

    private mutating func hex() throws(MalformedJSON) -> UInt32 {
        guard index + 4 <= bytes.count,
            bytes[index..<index + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let code = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
        else { throw fault("Four hexadecimal digits are expected.") }
        index += 4
        return code
    }

    private mutating func number() throws(MalformedJSON) -> JSONValue {
        let start = index
        _ = take("-")
        if !take("0") { try digits() }
        var isWhole = true
        if take(".") {
            isWhole = false
            try digits()
        }
        if take("e") || take("E") {
            isWhole = false
            if !take("+") { _ = take("-") }
            try digits()
        }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        if isWhole, let value = Int64(text) { return .integer(value) }
        guard let value = Double(text), value.isFinite else { throw fault("A number is too large.") }
        return .number(value)
    }

    private mutating func digits() throws(MalformedJSON) {
        let start = index
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
        guard index > start else { throw fault("This is no value.") }
    }

    private mutating func word(_ text: StaticString, _ value: JSONValue) throws(MalformedJSON) -> JSONValue {
        let length = text.utf8CodeUnitCount
        let matches = text.withUTF8Buffer { bytes[index...].prefix(length).elementsEqual($0) }
        guard matches else { throw fault("This is no value.") }
        index += length
        return value
    }

    private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private mutating func skipBlanks() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
    }

    private func fault(_ reason: String) -> MalformedJSON {
        MalformedJSON(offset: index, reason: reason)
    }
}
