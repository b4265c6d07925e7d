import LeadCore

extension DelayReport: PresentableReport {
    package var table: ReportTable {
        ReportTable(
            title: "Value by time until the first response",
            columns: [
                .init("response", "First response", .text),
                .init("leads", "Leads", .count),
                .init("sold", "Sold", .count),
                .init("share", "Of them", .share),
                .init("realised", "Realised", .money),
                .init("realised-per-lead", "Realised per lead", .money),
            ],
            rows: rows.map { row in
                [
                    .text(row.label), .count(row.leads), .count(row.sold), .share(share(row.sold, of: row.leads)),
                    .money(row.realised), .money(row.realisedPerLead),
                ]
            },
            notes: ["Wall time from the start of a lead's first response clock. Leads that never had one are left out."]
        )
    }

    package var chart: ReportChart? { nil }
}

extension DelayReport.Row {
    fileprivate var label: String {
        guard let within else { return isAnswered ? "Later" : "Not yet" }
        let hours = within.milliseconds / 3_600_000
        switch hours {
        case 1: return "Within 1 hour"
        case ..<24: return "Within \(hours) hours"
        case 24: return "Within 1 day"
        default: return "Within \(hours / 24) days"
        }
    }
}
