import LeadApp
import LeadCore
import LeadInsight
import LeadStore

extension CampaignListView {
    init(
        _ campaigns: [CampaignRecord],
        _ report: FetchReport.Answer,
        _ choices: Choices.Answer,
        mayEdit: Bool,
        page: PageFrame
    ) {
        let figures = CampaignFigures(report)
        let period = CampaignPeriod(now: choices.now, zone: report.zone)
        self.page = page
        self.mayEdit = mayEdit
        rows = campaigns.map { CampaignRowView($0, figures, period, choices) }
        isEmpty = rows.isEmpty
        self.report = "/reports/campaigns"
        let running = rows.count { $0.state.code == "running" }
        summary = "\(CountWords.counted(rows.count, "campaign", "campaigns")), \(CountWords.number(running)) running"
    }
}

extension CampaignRowView {
    fileprivate init(
        _ campaign: CampaignRecord,
        _ figures: CampaignFigures,
        _ period: CampaignPeriod,
        _ choices: Choices.Answer
    ) {
        let source = choices.sources.first { $0.id == campaign.source }?.name
        let productClass = choices.productClasses.first { $0.id == campaign.productClass }?.name
        name = campaign.name
        href = "/campaigns/\(campaign.id)/edit"
        about = [source, productClass].compactMap { $0 }.joined(separator: " · ")
        self.period = period.words(campaign.startsAt, campaign.endsAt)
        state = period.state(campaign.startsAt, campaign.endsAt)
        responses = figures.text("responses", of: campaign.name)
        leads = figures.text("leads", of: campaign.name)
        leadsHref = "/leads?campaign=\(campaign.id)"
        wins = figures.text("wins", of: campaign.name)
        won = figures.text("won", of: campaign.name)
        cost = campaign.currency.map { MoneyWords.full(Money(minor: campaign.cost, currency: $0)) } ?? "–"
        costPerLead = figures.text("cost-per-lead", of: campaign.name)
        yield = figures.text("return", of: campaign.name)
        yieldTone = figures.tone("return", of: campaign.name)
    }
}

/// The campaign report's cells by campaign and column; the page says what the report says.
private struct CampaignFigures {
    private let words: ReportWords
    private let columns: [String: Int]
    private let rows: [String: [ReportTable.Cell]]

    init(_ answer: FetchReport.Answer) {
        words = ReportWords(zone: answer.zone, currency: answer.currency)
        let table = answer.report.tables.first
        columns = Dictionary((table?.columns ?? []).enumerated().map { ($1.key, $0) }) { first, _ in first }
        rows = Dictionary(
            (table?.rows ?? []).compactMap { row in
                if case .text(let name) = row.first { (name, row) } else { nil }
            }
        ) { first, _ in first }
    }

    /// Nothing was counted for a campaign that the report leaves out.
    func text(_ key: String, of campaign: String) -> String {
        guard let cell = cell(key, of: campaign) else { return key.contains("-") || key == "return" ? "–" : "0" }
        return words.cell(cell).text
    }

    /// `good` from break-even on, `bad` below, `none` where it cannot be said.
    func tone(_ key: String, of campaign: String) -> String {
        guard case .share(let share)? = cell(key, of: campaign) else { return "none" }
        return share < 0 ? "bad" : "good"
    }

    private func cell(_ key: String, of campaign: String) -> ReportTable.Cell? {
        columns[key].flatMap { place in rows[campaign].map { $0[place] } }
    }
}
