import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// A drawing read back by an XML parser, so that a test sees what a browser sees.
final class Drawing: NSObject, XMLParserDelegate {
    struct Malformed: Error {}

    private(set) var elements: [(name: String, attributes: [String: String])] = []
    /// The text of each element that has some, in document order.
    private(set) var words: [String] = []
    private var pending: [String] = []

    init(_ markup: String) throws {
        super.init()
        let parser = XMLParser(data: Data(markup.utf8))
        parser.delegate = self
        guard parser.parse() else { throw Malformed() }
    }

    func all(_ name: String, class wanted: String) -> [[String: String]] {
        elements.filter {
            $0.name == name && $0.attributes["class"]?.split(separator: " ").contains(wanted[...]) == true
        }
        .map(\.attributes)
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.append((name, attributes))
        pending.append("")
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        pending[pending.count - 1] += text
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        let text = pending.removeLast()
        if !text.isEmpty { words.append(text) }
    }
}
