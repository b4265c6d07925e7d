import Testing

@testable import LeadServer

@Suite("Charts")
struct ChartTests {
    private func data(_ series: [(String, [Double?])], categories: [String] = ["Open", "Won"]) -> ChartData {
        ChartData(
            title: "Leads",
            categories: categories,
            series: series.map { .init(label: $0.0, values: $0.1) },
            words: { String(Int($0)) },
            steps: .counts
        )
    }

    @Test("A bar is as long as its share of the largest value")
    func barLengths() throws {
        let svg = try Drawing(BarChart.draw(data([("Leads", [40, 10])]), id: "c").svg)
        #expect(svg.all("rect", class: "measure").map { $0["width"] } == ["100%", "25%"])
    }

    @Test("Bars side by side share one scale, and each has its value beside its end")
    func groupedBars() throws {
        let svg = try Drawing(BarChart.draw(data([("Web", [40, 10]), ("Fair", [20, nil])]), id: "c").svg)
        #expect(svg.all("rect", class: "measure").map { $0["width"] } == ["76%", "38%", "19%"])
        #expect(svg.all("text", class: "value").map { $0["x"] } == ["76%", "38%", "19%", "0%"])
        #expect(svg.words.contains("–"), "a missing value is said, not drawn as zero")
    }

    @Test("Stacked segments follow each other without gap and add up to the bar")
    func stackedBars() throws {
        let svg = try Drawing(StackedBarChart.draw(data([("In time", [30, 5]), ("Late", [10, 5])]), id: "c").svg)
        let bars = svg.all("rect", class: "measure")
        #expect(bars.map { $0["x"] } == ["0%", "75%", "0%", "12.5%"])
        #expect(bars.map { $0["width"] } == ["75%", "25%", "12.5%", "12.5%"])
        #expect(svg.words.contains("40"), "the total stands at the bar")
    }

    @Test("A funnel shows what was lost since the step before")
    func funnel() throws {
        let steps = [
            FunnelChart.Step(label: "Open", reached: 200, ofAll: "100 %", ofPrevious: ""),
            FunnelChart.Step(label: "Won", reached: 50, ofAll: "25 %", ofPrevious: "25 %"),
        ]
        let svg = try Drawing(FunnelChart.draw(title: "Funnel", steps, id: "c") { String($0) }.svg)
        #expect(svg.all("rect", class: "measure").map { $0["width"] } == ["100%", "25%"])
        let lost = try #require(svg.all("rect", class: "lost").first)
        #expect(lost["x"] == "25%")
        #expect(lost["width"] == "75%")
    }

    @Test("A line runs from the first month to the last and breaks where nothing is known")
    func lines() throws {
        let months = ["Jan 2026", "Feb 2026", "Mar 2026", "Apr 2026", "May 2026"]
        let one = data([("Open", [0, 8, nil, 4, 2])], categories: months)
        let svg = try Drawing(LineChart.draw(one, id: "c").svg)
        #expect(svg.all("polyline", class: "line").map { $0["points"] } == ["0,220 250,0", "750,110 1000,165"])
        #expect(svg.all("polygon", class: "area").count == 2, "a single series is an area")
        #expect(svg.all("circle", class: "dot").map { $0["cx"] } == ["0%", "25%", "75%", "100%"])
    }

    @Test("Months stand upright side by side, as tall as their value on the scale")
    func columns() throws {
        let one = data([("Wins", [4, 0, 2, 1])], categories: ["Jan 2026", "Feb 2026", "Mar 2026", "Apr 2026"])
        let svg = try Drawing(ColumnChart.draw(one, id: "c").svg)
        let bars = svg.all("rect", class: "measure")
        #expect(bars.map { $0["height"] } == ["220", "110", "55"])
        #expect(bars.map { $0["x"] } == ["3.75%", "53.75%", "78.75%"])
        #expect(svg.all("line", class: "grid").map { $0["y1"] } == ["238", "183", "128", "73", "18"])
    }

    @Test("Ten years of months get no more labels than fit")
    func labels() {
        #expect(TimeAxis.labelled(120).count == 8)
        #expect(TimeAxis.labelled(5) == [0, 1, 2, 3, 4])
        #expect(TimeAxis.labelled(0).isEmpty)
    }

    @Test("A strip ends at the 90th percentile, its bar at the median")
    func strip() throws {
        let rows = [
            StripChart.Row(label: "Open", median: 2, p90: 10), StripChart.Row(label: "Tried", median: 1, p90: 5),
        ]
        let svg = try Drawing(StripChart.draw(title: "Time", rows, id: "c") { String(Int($0)) }.svg)
        #expect(svg.all("rect", class: "measure").map { $0["width"] } == ["20%", "10%"])
        #expect(svg.all("rect", class: "stop").map { $0["x"] } == ["100%", "50%"])
    }

    @Test("One row far longer than all others is drawn cut, so that they can be read")
    func cutStrip() throws {
        let rows = [(1.0, 8.0), (2, 4), (60, 100)].map { StripChart.Row(label: "a", median: $0.0, p90: $0.1) }
        #expect(StripChart.scale(rows) == 10)
        let svg = try Drawing(StripChart.draw(title: "Time", rows, id: "c") { String(Int($0)) }.svg)
        #expect(svg.all("rect", class: "measure").map { $0["width"] } == ["10%", "20%", "100%"])
        #expect(svg.all("rect", class: "stop").map { $0["x"] } == ["80%", "40%"])
        #expect(svg.all("path", class: "cut").count == 1)
        #expect(svg.words.contains(" · 90 % within 100, drawn cut"))
    }

    @Test("Names cannot bring markup into a drawing, and no drawing has an inline style")
    func escapes() throws {
        let hostile = #"<script>alert("1")</script> & 'Sons'"#
        let one = data([(hostile, [1, 2]), ("b", [2, 1])], categories: [hostile, "Won"])
        for chart in [BarChart.draw(one, id: "c"), StackedBarChart.draw(one, id: "c"), LineChart.draw(one, id: "c")] {
            #expect(!chart.svg.contains("<script"))
            #expect(!chart.svg.contains("style="))
            #expect(try Drawing(chart.svg).words.contains(hostile))
        }
    }

    @Test("I9: a drawing is an image with a name and a description that says its values")
    func described() throws {
        let svg = try Drawing(BarChart.draw(data([("Leads", [40, 10])]), id: "c").svg)
        let root = try #require(svg.all("svg", class: "chart").first)
        #expect(root["role"] == "img")
        #expect(root["aria-labelledby"] == "c-title c-text")
        #expect(svg.words.contains("Open: 40; Won: 10."))
    }

    @Test("Every second series has a texture, so that colour is never the only sign")
    func textures() throws {
        let svg = try Drawing(
            StackedBarChart.draw(data([("a", [1, 1]), ("b", [1, 1]), ("c", [1, 1])]), id: "c").svg
        )
        #expect(svg.all("rect", class: "texture").count == 2)
        #expect(svg.all("rect", class: "texture").allSatisfy { $0["fill"] == "url(#c-hatch)" })
    }

    @Test("Places are written short and never as exponents")
    func coordinates() {
        #expect(
            [0.5, 12, 33.333, 0.04, -1.25, 1e300].map(\.coordinate) == ["0.5", "12", "33.33", "0.04", "-1.25", "0"]
        )
    }
}
