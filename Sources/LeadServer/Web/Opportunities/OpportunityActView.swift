/// `/opportunities/{id}/{act}`: the form of one act as a page; the deal's page shows the same form in a dialog.
struct OpportunityActView: Page {
    static let template = "opportunities/act"
    var page: PageFrame
    /// The act's label, such as "Won".
    var title: String
    var deal: LinkView
    var status: StatusView
    var form: FormView
}
