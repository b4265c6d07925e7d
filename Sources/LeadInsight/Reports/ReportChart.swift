package import LeadCore

/// A report as plain numbers to draw.
///
/// Its table is always beside it and says the same.
package struct ReportChart: Hashable, Sendable {
    package enum Shape: String, Hashable, Sendable {
        /// One bar per category and series, side by side.
        case bars
        /// One bar per category, its series on top of each other.
        case stackedBars = "stacked-bars"
        /// One line per series over the categories.
        case lines
    }

    package struct Series: Hashable, Sendable {
        package var label: String
        /// By category; nil where there is no value.
        package var values: [Double?]

        package init(_ label: String, _ values: [Double?]) {
            self.label = label
            self.values = values
        }
    }

    /// What the categories are: names, or instants for the edge to write as dates.
    package enum Categories: Hashable, Sendable {
        case labels([String])
        case instants([Instant])

        package var count: Int {
            switch self {
            case .labels(let labels): labels.count
            case .instants(let instants): instants.count
            }
        }
    }

    package var title: String
    package var shape: Shape
    /// The unit of the values: counts, durations in milliseconds, money in minor units, shares of 1.
    package var unit: ReportTable.Kind
    package var categories: Categories
    package var series: [Series]

    package init(
        title: String,
        shape: Shape,
        unit: ReportTable.Kind,
        categories: Categories,
        series: [Series]
    ) {
        self.title = title
        self.shape = shape
        self.unit = unit
        self.categories = categories
        self.series = series
    }
}
