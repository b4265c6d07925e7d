import Mustache

/// A view as templates read it: its stored properties by name, reflected once.
///
/// Left to itself, Mustache reflects on all properties of a view for each name in a template, and of every view around it when
/// the name is not there: nine tenths of a page's time.
final class ViewNode: MustacheParent {
    private let children: [String: Any]

    init(_ view: Any) {
        children = Self.children(of: Mirror(reflecting: view))
    }

    private init(_ mirror: Mirror) {
        children = Self.children(of: mirror)
    }

    func child(named name: String) -> Any? {
        children[name]
    }

    private static func children(of mirror: Mirror) -> [String: Any] {
        var children: [String: Any] = [:]
        for child in mirror.children {
            if let name = child.label, let value = readable(child.value) { children[name] = value }
        }
        return children
    }

    /// Views become nodes, lists lists of such, nil nothing; what has a text of its own stays as it is.
    private static func readable(_ value: Any) -> Any? {
        if value is String || value is Bool || value is Int { return value }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.flatMap { readable($0.value) }
        case .collection, .set: return mirror.children.compactMap { readable($0.value) }
        case .struct where !(value is any CustomStringConvertible): return ViewNode(mirror)
        default: return value
        }
    }
}
