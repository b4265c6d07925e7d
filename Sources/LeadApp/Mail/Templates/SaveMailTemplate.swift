package import LeadCore
package import LeadStore

/// Writes a new version of a template, or a new template.
package struct SaveMailTemplate: Command {
    package static let name = "save_mail_template"
    package static let permission = Permission.editCampaigns
    /// What all files of one mail may come to.
    package static let mostBytes = 10_000_000

    package struct Outcome: Codable, Hashable, Sendable {
        package var template: MailTemplate.ID
        package var version: Int
    }

    /// Nil makes a new one.
    package var template: MailTemplate.ID?
    package var purpose: MailPurpose
    package var templateName: String
    package var language: String
    package var scope: MailTemplate.Scope
    package var sends: Bool
    package var marketing: Bool
    package var subjectLine: String
    package var text: String
    package var html: String?
    package var files: [MailFile.ID]

    package init(
        template: MailTemplate.ID? = nil,
        purpose: MailPurpose,
        name: String,
        language: String = "en",
        scope: MailTemplate.Scope = .init(),
        sends: Bool = true,
        marketing: Bool = false,
        subject: String,
        text: String,
        html: String? = nil,
        files: [MailFile.ID] = []
    ) {
        self.template = template
        self.purpose = purpose
        templateName = name
        self.language = language
        self.scope = scope
        self.sends = sends
        self.marketing = marketing
        subjectLine = subject
        self.text = text
        self.html = html
        self.files = files
    }

    package func subject(after outcome: Outcome) -> String? { "mail_template:\(outcome.template)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        let earlier = try template.map { id in
            guard let row = try tx.read.mailTemplate(id) else { throw Refusal.notFound("template") }
            return row.template
        }
        let draft = try checked(earlier?.id ?? tx.newID(), version: (earlier?.version ?? 0) + 1, tx.read)
        try tx.insert(draft)
        return Outcome(template: draft.id, version: draft.version)
    }

    /// The template as it would be kept; refuses what cannot be sent.
    func checked(_ id: MailTemplate.ID, version: Int, _ snapshot: borrowing Snapshot) throws -> MailTemplate {
        guard let name = templateName.trimmed, name.utf8.count <= 200 else {
            throw Refusal.invalid("/name", "Give the template a name of at most 200 bytes.")
        }
        let tag = language.trimmed?.lowercased() ?? "en"
        guard tag.utf8.count <= 20, tag.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else {
            throw Refusal.invalid("/language", "A language is named as en or de.")
        }
        try requireKnown(snapshot)
        let draft = MailTemplate(
            id: id,
            version: version,
            purpose: purpose,
            name: name,
            language: tag,
            scope: scope,
            sends: sends,
            marketing: marketing,
            subject: subjectLine.trimmed ?? "",
            text: text,
            html: html?.trimmed,
            files: files
        )
        try draft.check()
        return draft
    }

    private func requireKnown(_ snapshot: borrowing Snapshot) throws {
        if let source = scope.source, try !snapshot.sources().contains(where: { $0.id == source }) {
            throw Refusal.invalid("/source", "There is no such source.")
        }
        if let campaign = scope.campaign, try !snapshot.campaigns().contains(where: { $0.id == campaign }) {
            throw Refusal.invalid("/campaign", "There is no such campaign.")
        }
        if let known = scope.productClass, try !snapshot.productClasses().contains(where: { $0.id == known }) {
            throw Refusal.invalid("/productClass", "There is no such product class.")
        }
        var size = 0
        for file in files {
            guard let row = try snapshot.mailFile(file) else {
                throw Refusal.invalid("/files", "There is no such file.")
            }
            size += row.size
        }
        guard size <= Self.mostBytes else {
            throw Refusal.invalid("/files", "The files of one mail may come to 10 MB; these are larger.")
        }
    }
}

/// Takes a template out of use; mails that were sent with it keep its words.
package struct RetireMailTemplate: Command {
    package typealias Outcome = Done
    package static let name = "retire_mail_template"
    package static let permission = Permission.editCampaigns

    package var template: MailTemplate.ID

    package init(template: MailTemplate.ID) {
        self.template = template
    }

    package var subject: String? { "mail_template:\(template)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Done {
        guard var last = try tx.read.mailTemplate(template)?.template else { throw Refusal.notFound("template") }
        last.version += 1
        try tx.insert(last, retired: true)
        return Done()
    }
}

/// Brings in a file that templates can carry.
package struct AddMailFile: Command {
    package static let name = "add_mail_file"
    package static let permission = Permission.editCampaigns
    package static let mostBytes = 5_000_000

    package struct Outcome: Codable, Hashable, Sendable {
        package var file: MailFile.ID
    }

    package var fileName: String
    package var mediaType: String
    package var bytes: [UInt8]

    package init(name: String, mediaType: String, bytes: [UInt8]) {
        fileName = name
        self.mediaType = mediaType
        self.bytes = bytes
    }

    package func subject(after outcome: Outcome) -> String? { "mail_file:\(outcome.file)" }

    package func perform(_ tx: borrowing Transaction, _ desk: Desk) throws -> Outcome {
        guard let name = fileName.trimmed, name.utf8.count <= 200, !name.utf8.contains(where: { $0 < 0x20 }) else {
            throw Refusal.invalid("/name", "A file needs a name of at most 200 bytes.")
        }
        guard !bytes.isEmpty, bytes.count <= Self.mostBytes else {
            throw Refusal.invalid("/file", "A file holds at least 1 byte and at most 5 MB.")
        }
        let id: MailFile.ID = tx.newID()
        let file = MailMessage.Attachment(name: name, mediaType: mediaType.trimmed ?? "", bytes: bytes)
        try tx.insert(id, file, forTemplates: true)
        return Outcome(file: id)
    }
}
