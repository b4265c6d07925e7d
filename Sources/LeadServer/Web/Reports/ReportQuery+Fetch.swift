import LeadApp
import LeadCore

extension ReportQuery {
    /// The question for the App.
    func fetch(_ name: String) throws(Refusal) -> FetchReport {
        var report = try FetchReport(name: name, groupBy: values[.by])
        report.sources = values[.source].map { [$0] } ?? []
        report.campaigns = values[.campaign].map { [$0] } ?? []
        report.productClasses = values[.productClass].map { [$0] } ?? []
        report.owner = values[.owner].flatMap { Owner($0) }
        report.createdFrom = try date(.from)
        report.createdTo = try date(.to)
        report.asOfDay = try date(.asOf)
        return report
    }

    private func date(_ item: Item) throws(Refusal) -> LocalDate? {
        guard let text = values[item] else { return nil }
        guard let date = LocalDate(text) else {
            throw Refusal.invalid("/\(item.rawValue)", "A date is written like 2026-11-22.")
        }
        return date
    }
}
