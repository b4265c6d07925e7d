/// What a chart draws: values by category, one series or a few.
struct ChartData {
    struct Series {
        var label: String
        /// By category; nil where there is no value.
        var values: [Double?]
        /// A colour of its own, such as red for what is late; nil for the next one.
        var wantedLook: Int?

        /// Colours come in eight; the ninth series looks like the first, with its name beside it.
        func look(_ number: Int) -> Int { wantedLook ?? number % 8 }
    }

    var title: String
    var categories: [String]
    var series: [Series]
    /// A value as people read it: "1,204", "3 d 4 h".
    var words: @Sendable (Double) -> String
    var steps: NiceScale.Steps
    /// The end of the scale where several charts share one; nil for the largest value.
    var top: Double?

    /// Where the scale ends: at least zero.
    var largest: Double {
        top ?? series.flatMap(\.values).reduce(0) { max($0, $1 ?? 0) }
    }

    /// All values as a sentence for those who do not see the picture; long ones are left to the table.
    var description: String {
        let most = 24
        var parts: [String] = []
        for one in series {
            for (category, value) in zip(categories, one.values) {
                guard let value else { continue }
                let name = series.count == 1 ? category : "\(category), \(one.label)"
                parts.append("\(name): \(words(value))")
            }
        }
        guard parts.count > most else {
            return parts.isEmpty ? "Nothing to show." : parts.joined(separator: "; ") + "."
        }
        return "\(parts.prefix(most).joined(separator: "; ")); and \(parts.count - most) more in the table."
    }

    /// What the colours and textures stand for; nothing where one series needs no key.
    var keys: [Chart.Key] {
        guard series.count > 1 else { return [] }
        return series.enumerated().map { Chart.Key(label: $1.label, look: $1.look($0), textured: $0 % 2 == 1) }
    }
}
