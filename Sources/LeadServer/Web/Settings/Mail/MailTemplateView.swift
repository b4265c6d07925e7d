import LeadCore

/// One template's form, and how it reads with a real lead.
struct MailTemplateView: Page {
    static let template = "settings/mail/template"
    var page: PageFrame
    var tabs: [TabView]
    var title: String
    var form: FormView
    /// POST takes it out of use; nil for a new one.
    var retirement: String?
    var preview: MailPreviewView?
}

struct MailPreviewView: Encodable {
    /// Whose lead it is filled with.
    var with: String
    var subject: String
    var text: String
    var html: String?
}

/// Choosing a file that templates can carry.
struct MailFileView: Page {
    static let template = "settings/mail/file"
    var page: PageFrame
    var tabs: [TabView]
    var action = "/settings/mail/files"
    var errors: FormErrors?
}
