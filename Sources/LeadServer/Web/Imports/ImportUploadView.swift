/// `/imports/new`: choosing a file.
struct ImportUploadView: Page {
    static let template = "imports/new"
    var page: PageFrame
    var steps: [ImportStep]
    /// POST multipart/form-data: `_csrf` first, then `mapping`, then `file`: the token is read before the file.
    var action: String
    /// The saved mappings, the automatic one first.
    var mapping: Field
    /// "512 MB".
    var largest: String
    /// The same in bytes, for the check before sending.
    var largestBytes: Int
    var errors: FormErrors?
}
