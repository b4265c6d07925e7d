/// A name and its value, shown as a line of a description list.
struct FactView: Encodable {
    var label: String
    var value: String
}
