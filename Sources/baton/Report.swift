import ArgumentParser
import LeadApp
import LeadCore
import LeadInsight
import LeadStore

/// The `report` subcommand.
struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print a report.",
        discussion: (["The reports:"] + ReportName.allCases.map { "  \($0.rawValue): \($0.summary)" })
            .joined(separator: "\n")
    )

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, csv, json
    }

    @Argument(help: ArgumentHelp("Which report.", valueName: "name"))
    var name: ReportName

    @Option(help: "table, csv or json.")
    var format = Format.table

    @Option(
        name: .customLong("by"),
        help: ArgumentHelp("Side by side: source, campaign, product-class or owner.", valueName: "what")
    )
    var groupBy = GroupBy.all

    @Option(help: ArgumentHelp("Only leads of this source; may be repeated.", valueName: "name"))
    var source: [String] = []

    @Option(help: ArgumentHelp("Only leads of this campaign; may be repeated.", valueName: "name"))
    var campaign: [String] = []

    @Option(help: ArgumentHelp("Only leads for this product class; may be repeated.", valueName: "name"))
    var productClass: [String] = []

    @Option(help: ArgumentHelp("Only leads created on this day or later.", valueName: "date"))
    var from: LocalDate?

    @Option(help: ArgumentHelp("Only leads created on this day or earlier.", valueName: "date"))
    var to: LocalDate?

    @Option(help: ArgumentHelp("As it was at the end of this day.", valueName: "date"))
    var asOf: LocalDate?

    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let app = try await Workspace.openExisting(try await workspace.load())
        var question = try FetchReport(name: name.rawValue, groupBy: groupBy.rawValue)
        question.sources = source
        question.campaigns = campaign
        question.productClasses = productClass
        question.createdFrom = from
        question.createdTo = to
        question.asOfDay = asOf
        let answer = try await app.fetch(question, as: .system)
        let text = ReportText(zone: answer.zone)
        switch format {
        case .table: Terminal.line(text.terminal(answer.report))
        case .csv: Terminal.line(text.csv(answer.report))
        case .json: Terminal.line(try JSON.text(ReportDocument(answer.report)))
        }
    }
}

extension ReportName: ExpressibleByArgument {}
extension GroupBy: ExpressibleByArgument {}

extension LocalDate: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}
