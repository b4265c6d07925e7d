/// The way from one of several sister pages to the others.
struct TabView: Encodable {
    var label: String
    var href: String
    var current = false
}
