extension ViewNode {
    /// Reads a view through the `Encodable` that the compiler writes for it, which is some ten times faster than reflection.
    init(of view: some Encodable) throws {
        let encoder = ViewEncoder()
        try view.encode(to: encoder)
        self = encoder.node
    }
}

/// Takes one value and keeps it as a node.
private final class ViewEncoder: Encoder {
    var node = ViewNode.nothing
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if case .nothing = node { node = .view(ViewNode.Properties()) }
        return KeyedEncodingContainer(ViewProperties<Key>(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .nothing = node { node = .list([]) }
        return ViewItems(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        ViewValue(encoder: self)
    }

    func set(_ value: ViewNode, for key: some CodingKey) {
        guard case .view(var properties) = node else { return }
        node = .nothing
        properties.append(key.stringValue, value)
        node = .view(properties)
    }

    func append(_ value: ViewNode) {
        guard case .list(var items) = node else { return }
        node = .nothing
        items.append(value)
        node = .list(items)
    }
}

private struct ViewProperties<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: ViewEncoder
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil(forKey key: Key) {}
    mutating func encode(_ value: String, forKey key: Key) { encoder.set(.text(value), for: key) }
    mutating func encode(_ value: Bool, forKey key: Key) { encoder.set(.flag(value), for: key) }
    mutating func encode(_ value: Int, forKey key: Key) { encoder.set(.number(value), for: key) }
    mutating func encode(_ value: Double, forKey key: Key) { encoder.set(.text("\(value)"), for: key) }
    mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        encoder.set(try ViewNode(of: value), for: key)
    }

    mutating func nestedContainer<Nested>(keyedBy: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
        encoder.container(keyedBy: Nested.self)
    }
    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { encoder.unkeyedContainer() }
    mutating func superEncoder() -> any Encoder { encoder }
    mutating func superEncoder(forKey key: Key) -> any Encoder { encoder }
}

private struct ViewItems: UnkeyedEncodingContainer {
    let encoder: ViewEncoder
    var codingPath: [any CodingKey] { [] }
    var count: Int { 0 }

    mutating func encodeNil() {}
    mutating func encode(_ value: String) { encoder.append(.text(value)) }
    mutating func encode(_ value: Bool) { encoder.append(.flag(value)) }
    mutating func encode(_ value: Int) { encoder.append(.number(value)) }
    mutating func encode(_ value: Double) { encoder.append(.text("\(value)")) }
    mutating func encode<T: Encodable>(_ value: T) throws { encoder.append(try ViewNode(of: value)) }

    mutating func nestedContainer<Nested>(keyedBy: Nested.Type) -> KeyedEncodingContainer<Nested> {
        encoder.container(keyedBy: Nested.self)
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.unkeyedContainer() }
    mutating func superEncoder() -> any Encoder { encoder }
}

private struct ViewValue: SingleValueEncodingContainer {
    let encoder: ViewEncoder
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil() {}
    mutating func encode(_ value: String) { encoder.node = .text(value) }
    mutating func encode(_ value: Bool) { encoder.node = .flag(value) }
    mutating func encode(_ value: Int) { encoder.node = .number(value) }
    mutating func encode(_ value: Double) { encoder.node = .text("\(value)") }
    mutating func encode(_ value: Float) { encoder.node = .text("\(value)") }
    mutating func encode(_ value: Int8) { encoder.node = .text("\(value)") }
    mutating func encode(_ value: Int16) { encoder.node = .text("\(value)") }
    mutating func encode(_ value: Int32) { encoder.node = .text("\(value)") }
    mutating func encode(_ value: Int64) { encoder.node = .text("\(value)") }
    mutating func encode(_ value: UInt) { encoder.node = .text("\(value)") }
    mutating func encode(_ value: UInt8) { encoder.node = .text("\(value)") }
    mutating func encode(_ value: UInt16) { encoder.node = .text("\(value)") }
    mutating func encode(_ value: UInt32) { encoder.node = .text("\(value)") }
    mutating func encode(_ value: UInt64) { encoder.node = .text("\(value)") }
    mutating func encode<T: Encodable>(_ value: T) throws { encoder.node = try ViewNode(of: value) }
}
