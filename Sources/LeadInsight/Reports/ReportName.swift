/// The reports there are, by the name that pages, the API and the command line share.
package enum ReportName: String, CaseIterable, Sendable {
    case timeInStatus = "time-in-status"
    case currentStatus = "current-status"
    case statusHistory = "status-history"
    case funnel
    case custody
    case clocks
    case campaigns
    case sources
    case sales
    case losses
    case salesCycle = "sales-cycle"
    case pipeline
    case value, recycled, processing, queue, credit
    case cherryPicking = "cherry-picking"
    case gate

    package var title: String {
        switch self {
        case .timeInStatus: "Time in status"
        case .currentStatus: "Leads by status"
        case .statusHistory: "Leads by status over time"
        case .funnel: "Funnel"
        case .custody: "Open leads by owner"
        case .clocks: "Service levels"
        case .campaigns: "Campaigns"
        case .sources: "Sources"
        case .sales: "Sales"
        case .losses: "Losses"
        case .salesCycle: "Sales cycle"
        case .pipeline: "Sales pipeline"
        case .value: "Value of leads"
        case .recycled: "Recycled leads"
        case .processing: "Processing time"
        case .queue: "Time in pools"
        case .credit: "Credit to marketing and sales"
        case .cherryPicking: "Cherry-picking"
        case .gate: "Gate and wins"
        }
    }

    /// What it tells, in one sentence.
    package var summary: String {
        switch self {
        case .timeInStatus: "How long leads stay in each status, and how long those still there have waited."
        case .currentStatus: "Where the leads are now, and since when."
        case .statusHistory: "How many leads were in each status at the start of each month."
        case .funnel: "How far leads get on the way to a sale, and where they fall out."
        case .custody: "Who holds the open leads, and where a promise is late."
        case .clocks: "Whether answers, follow-ups and handoffs happen inside their time."
        case .campaigns: "What each campaign brought, what it cost, and what came back."
        case .sources: "Which sources bring leads that become sales."
        case .sales: "What was won, by product, seller, source, campaign and month."
        case .losses: "Why deals were lost, to whom, and how close it was."
        case .salesCycle: "How long it takes from first contact to the sale."
        case .pipeline: "Which deals are open, in which stage, and what they are worth."
        case .value: "What leads are expected to bring, what they brought, and what their accounts bought later."
        case .recycled: "What became of the leads that were given back to marketing."
        case .processing: "How long leads take in all, from capture until they are accepted or closed."
        case .queue: "How long leads wait in pools until somebody takes them."
        case .credit: "Which leads and sales each marketing owner and each seller is credited for."
        case .cherryPicking: "Who serves the valuable leads first and lets the others wait."
        case .gate: "How well what leads show at the handoff tells which of them buy."
        }
    }

    /// Whether the answer can be put side by side by source, campaign, product class or owner.
    package var canBeGrouped: Bool {
        switch self {
        case .timeInStatus, .currentStatus, .funnel, .clocks, .salesCycle, .value, .processing: true
        case .statusHistory, .custody, .campaigns, .sources, .sales, .losses, .pipeline, .recycled, .queue, .credit,
            .cherryPicking, .gate:
            false
        }
    }
}
