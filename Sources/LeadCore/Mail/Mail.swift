/// A mail that goes out, or was to.
package enum Mail {
    package typealias ID = Identifier<Mail>
}

/// A file that mails carry.
package enum MailFile {
    package typealias ID = Identifier<MailFile>
}

/// Why a mail is sent.
package enum MailPurpose: String, CaseIterable, Codable, Sendable {
    /// The immediate answer to an inquiry that sales will follow up.
    case answer
    /// What somebody asked for who wants no more than that.
    case brochure
    /// A lead for a partner who has no account.
    case partner
    /// Something that one of us is told.
    case notice
    /// What one of us was told since the last of these.
    case digest

    package var label: String {
        switch self {
        case .answer: "Answer"
        case .brochure: "Brochure"
        case .partner: "Partner link"
        case .notice: "Notice"
        case .digest: "Digest"
        }
    }

    /// Those that a template says.
    package static let templated: [MailPurpose] = [.answer, .brochure, .partner]

    /// RFC 3834: whether the mail answers one, or a program made it by itself.
    package var autoSubmitted: String {
        switch self {
        case .answer, .brochure: "auto-replied"
        case .partner, .notice, .digest: "auto-generated"
        }
    }
}

extension LeadEvent {
    /// What became of a mail about a lead; neither its words nor its address.
    package struct Mailed: Hashable, Codable, Sendable {
        package enum Step: String, Codable, Sendable {
            case sent, failed, bounced
        }

        package var mail: Mail.ID
        package var purpose: MailPurpose
        package var step: Step
        /// The server's reply code, or the code of the report that it came back with.
        package var code: Int
        package var template: MailTemplate.ID?
        package var templateVersion: Int?
        /// How long after it was asked for.
        package var after: Span

        package init(
            mail: Mail.ID,
            purpose: MailPurpose,
            step: Step,
            code: Int,
            template: MailTemplate.ID?,
            templateVersion: Int?,
            after: Span
        ) {
            self.mail = mail
            self.purpose = purpose
            self.step = step
            self.code = code
            self.template = template
            self.templateVersion = templateVersion
            self.after = after
        }
    }
}
