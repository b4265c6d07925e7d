/// A value that a fixture is known to have: its absence is a mistake in the test, not a finding.
func known<Value>(_ value: Value?) -> Value {
    guard let value else { preconditionFailure("The fixture is incomplete.") }
    return value
}

extension SeededRandom {
    /// Any one of them.
    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &self)]
    }
}
