/// A drawing being written: elements with escaped attributes and classes, never an inline style, so a strict policy holds.
///
/// Horizontal places are percentages and vertical ones pixels, so one drawing fits a phone and a wide screen with its text
/// always at reading size.
struct SVG {
    private(set) var markup = ""

    mutating func add(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        open(name, attributes, end: "/>")
    }

    mutating func add(_ name: String, _ attributes: KeyValuePairs<String, String>, _ content: (inout SVG) -> Void) {
        open(name, attributes, end: ">")
        content(&self)
        markup += "</\(name)>"
    }

    mutating func text(_ words: String, _ attributes: KeyValuePairs<String, String>) {
        add("text", attributes) { $0.write(words) }
    }

    /// What a pointer that rests on the element reads.
    mutating func title(_ words: String) {
        add("title", [:]) { $0.write(words) }
    }

    mutating func write(_ words: String) {
        markup += SVG.escaped(words)
    }

    private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>, end: String) {
        markup += "<\(name)"
        for (key, value) in attributes { markup += " \(key)=\"\(SVG.escaped(value))\"" }
        markup += end
    }

    static func escaped(_ words: String) -> String {
        var result = ""
        for character in words {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.append(character)
            }
        }
        return result
    }
}

extension Double {
    /// To a hundredth, as short as it can be written: "12.5", "40".
    var coordinate: String {
        guard isFinite, magnitude < 1e12 else { return "0" }
        let hundredths = Int64((self * 100).rounded())
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
        return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// A share of the drawing's width: 0.125 is "12.5%".
    var percent: String { (self * 100).coordinate + "%" }
}
