package import LeadCore

/// A lead process as a picture of its own, for documents: the drawing of the settings page with its colours in it.
package struct ProcessPicture {
    private let diagram: DiagramView
    private let name: String

    package init(_ process: LeadProcess) {
        diagram = ProcessDiagram(process) { StatusView($0, in: process).tone }.view
        name = process.name
    }

    /// An SVG file that needs no style sheet; the same process gives the same text.
    package var svg: String {
        let size = "width=\"\(diagram.width)\" height=\"\(diagram.height)\""
        let lines =
            [
                #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \#(diagram.width) \#(diagram.height)" \#(size) role="img">"#,
                "<title>The lead process “\(Self.escaped(name))”</title>",
                Self.marker,
                ##"<rect width="100%" height="100%" fill="#fffefb"/>"##,
            ] + diagram.edges.map(Self.edge) + diagram.nodes.map(Self.node) + ["</svg>"]
        return lines.joined(separator: "\n") + "\n"
    }

    private static let marker = """
        <defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" \
        orient="auto-start-reverse"><path d="M0 0 8 4 0 8Z" fill="#8a8072"/></marker></defs>
        """

    private static func edge(_ edge: DiagramEdge) -> String {
        let dash = edge.tone == "back" ? #" stroke-dasharray="5 4""# : ""
        let colour = edge.tone == "aside" ? "#b9b0a2" : "#8a8072"
        let start = edge.bothWays ? #" marker-start="url(#head)""# : ""
        return #"<path d="\#(edge.path)" fill="none" stroke="\#(colour)" stroke-width="1.5"\#(dash)"#
            + #" marker-end="url(#head)"\#(start)/>"#
    }

    private static func node(_ node: DiagramNode) -> String {
        let (ink, ground) = colours[node.tone] ?? ("#575047", "#ece7dd")
        let box = #"x="\#(node.left)" y="\#(node.top)" width="\#(node.width)" height="\#(node.height)" rx="10""#
        let texts = node.lines.map { line in
            #"<text x="\#(line.x)" y="\#(line.y)" fill="\#(ink)" text-anchor="middle" font-size="12" font-weight="600" "#
                + #"font-family="Inter, system-ui, sans-serif">\#(escaped(line.text))</text>"#
        }
        return #"<g><rect \#(box) fill="\#(ground)" stroke="\#(ink)" stroke-width="1.5"/>\#(texts.joined())</g>"#
    }

    /// The light tones of the pages: ink and ground.
    private static let colours = [
        "open": ("#135c8c", "#e0eff9"), "active": ("#6a3aa8", "#f0e8fa"), "talking": ("#3232c0", "#e7e6fb"),
        "ready": ("#0c6464", "#dbf1f0"), "offered": ("#835000", "#fdf0d3"), "won": ("#17653a", "#e0f2e5"),
        "parked": ("#575047", "#ece7dd"), "closed": ("#575047", "#ece7dd"),
    ]

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
