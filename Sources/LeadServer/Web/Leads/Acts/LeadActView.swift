/// `/leads/{id}/{act}`: the form of one act as a page; the lead page shows the same form in a dialog.
///
/// The POST goes to the same address; it answers 303 to the lead (or to `back`), or 422 with this page and its errors.
struct LeadActView: Page {
    static let template = "leads/act"
    var page: PageFrame
    /// The act's label, such as "Hand off".
    var title: String
    var lead: LinkView
    var account: String?
    var status: StatusView
    var form: FormView
}
