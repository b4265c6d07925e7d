package import LeadCore

/// Which report is wanted, of what, and as of when.
package struct ReportQuestion: Hashable, Sendable {
    package var name: ReportName
    package var groupBy: GroupBy
    package var scope: Scope
    /// The starts of the months that reports over time show, in the workspace's time zone.
    package var monthStarts: [Instant]

    package init(_ name: ReportName, by groupBy: GroupBy = .all, _ scope: Scope, monthStarts: [Instant] = []) {
        self.name = name
        self.groupBy = groupBy
        self.scope = scope
        self.monthStarts = monthStarts
    }
}

/// A report ready to be shown: its tables and, where a picture helps, a chart.
package struct ReportAnswer: Hashable, Sendable {
    package var question: ReportQuestion
    package var tables: [ReportTable]
    package var chart: ReportChart?
}

/// A report that can be shown.
protocol PresentableReport {
    var table: ReportTable { get }
    var chart: ReportChart? { get }
}

extension Columns {
    /// Answers a question by scanning.
    package func answer(_ question: ReportQuestion) -> ReportAnswer {
        let reports = reports(question)
        return ReportAnswer(
            question: question,
            tables: reports.map(\.table),
            chart: reports.lazy.compactMap(\.chart).first
        )
    }

    private func reports(_ question: ReportQuestion) -> [any PresentableReport] {
        let scope = question.scope
        let groupBy = question.groupBy
        switch question.name {
        case .timeInStatus: return [TimeInStatusReport(self, by: groupBy, scope)]
        case .currentStatus: return [CurrentStatusReport(self, by: groupBy, scope)]
        case .statusHistory: return [StatusHistoryReport(self, at: question.monthStarts, scope)]
        case .funnel: return [FunnelReport(self, by: groupBy, scope)]
        case .custody: return [CustodyReport(self, scope)]
        case .clocks: return [ClockReport(self, by: groupBy, scope)]
        case .campaigns: return [CampaignReport(self, by: .campaign, scope)]
        case .sources: return [CampaignReport(self, by: .source, scope)]
        case .losses: return [LossReport(self, scope)]
        case .salesCycle: return [SalesCycleReport(self, by: groupBy, scope)]
        case .pipeline: return [PipelineReport(self, scope)]
        case .value: return [ValueReport(self, by: groupBy, scope), DelayReport(self, scope), DecayReport(self, scope)]
        case .recycled:
            let months = RecycledReport.Subject.month(starts: question.monthStarts)
            return [months, .marketingOwner].map { RecycledReport(self, by: $0, scope) }
        case .processing: return [ProcessingReport(self, by: groupBy, scope)]
        case .queue: return [QueueReport(self, scope)]
        case .credit: return CreditReport.Side.allCases.map { CreditReport(self, by: $0, scope) }
        case .cherryPicking:
            let report = CherryPickingReport(self, scope)
            return [report, report.byDecile]
        case .gate: return GateReport.Subject.allCases.map { GateReport(self, by: $0, scope) }
        case .sales:
            let months = SalesReport.Subject.month(starts: question.monthStarts)
            let subjects: [SalesReport.Subject] = [months, .product, .seller, .source, .campaign]
            return subjects.map { SalesReport(self, by: $0, scope) }
        }
    }
}
