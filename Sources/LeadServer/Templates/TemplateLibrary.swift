/// Templates that know each other by name.
struct TemplateLibrary: Sendable {
    /// Why templates cannot be used.
    enum Fault: Error {
        case broken(template: String, TemplateParser.Fault)
        /// A template names another one that is not there.
        case missing(String)
    }

    private(set) var templates: [Template] = []
    private var places: [String: Int] = [:]

    /// Reads all of them; a name that no text is given for is a fault.
    init(_ texts: [String: String]) throws(Fault) {
        var names: [String] = []
        var places: [String: Int] = [:]
        let place = { (name: String) -> Int in
            if let place = places[name] { return place }
            places[name] = names.count
            names.append(name)
            return names.count - 1
        }
        for name in texts.keys.sorted() { _ = place(name) }
        for name in texts.keys.sorted() {
            do throws(TemplateParser.Fault) {
                templates.append(try TemplateParser.parse(texts[name] ?? "", place: place))
            } catch {
                throw .broken(template: name, error)
            }
        }
        if names.count > templates.count { throw .missing(names[templates.count]) }
        self.places = places
    }

    subscript(name: String) -> Template? {
        places[name].map { templates[$0] }
    }
}
