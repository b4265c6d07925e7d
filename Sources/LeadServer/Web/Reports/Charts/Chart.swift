/// A finished drawing with its heading and its key.
struct Chart {
    struct Key {
        var label: String
        /// 0–7: the colour, and the dash of a line.
        var look: Int
        /// Hatched, as every second series is.
        var textured = false
    }

    var title: String
    var svg: String
    /// Empty where one series needs no key.
    var keys: [Key] = []
    /// `fill`, `line` or `strip`: how the key is drawn.
    var keyShape = "fill"

    /// Wraps the content into an image with a name and a description that a screen reader reads out.
    ///
    /// - Parameter id: unique on the page.
    static func image(
        id: String,
        title: String,
        description: String,
        height: Double,
        _ content: (inout SVG) -> Void
    ) -> String {
        var svg = SVG()
        svg.add(
            "svg",
            [
                "class": "chart", "role": "img", "width": "100%", "height": height.coordinate,
                "aria-labelledby": "\(id)-title \(id)-text",
            ]
        ) { svg in
            svg.add("title", ["id": "\(id)-title"]) { $0.write(title) }
            svg.add("desc", ["id": "\(id)-text"]) { $0.write(description) }
            svg.add("defs", [:]) { svg in
                svg.add(
                    "pattern",
                    [
                        "id": "\(id)-hatch", "width": "6", "height": "6", "patternUnits": "userSpaceOnUse",
                        "patternTransform": "rotate(45)",
                    ]
                ) { $0.add("rect", ["class": "hatch", "width": "2.5", "height": "6"]) }
            }
            content(&svg)
        }
        return svg.markup
    }
}

extension SVG {
    /// A horizontal bar from one share of the width to another; hatched for every second series, so that colour is never alone.
    mutating func bar(
        from start: Double,
        to end: Double,
        y: Double,
        height: Double,
        look: Int,
        textured: Bool = false,
        id: String,
        _ words: String
    ) {
        let place: (x: String, width: String) = (start.percent, max(0, end - start).percent)
        add(
            "rect",
            [
                "class": "measure look-\(look)", "x": place.x, "y": y.coordinate, "width": place.width,
                "height": height.coordinate, "rx": "3",
            ]
        ) { $0.title(words) }
        if textured {
            add(
                "rect",
                [
                    "class": "texture", "fill": "url(#\(id)-hatch)", "x": place.x, "y": y.coordinate,
                    "width": place.width, "height": height.coordinate,
                ]
            )
        }
    }

    /// The line above a bar: what it is on the left, how much on the right.
    mutating func heading(_ label: String, _ value: String, more: String = "", y: Double) {
        text(label, ["class": "label", "x": "0", "y": y.coordinate])
        add("text", ["class": "value", "x": "100%", "y": y.coordinate, "text-anchor": "end"]) { svg in
            svg.write(value)
            if !more.isEmpty { svg.add("tspan", ["class": "more"]) { $0.write(" · \(more)") } }
        }
    }
}
