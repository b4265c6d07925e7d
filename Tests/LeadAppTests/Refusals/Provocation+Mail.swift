import LeadApp
import LeadCore
import LeadStore

extension Provocation {
    static let mailing: [Provocation] = [
        Provocation("mail_over") { site in
            let template = SaveMailTemplate(purpose: .answer, name: "T", subject: "Hi", text: "Hello")
            try await site.app.perform(template, as: site.manager)
            _ = try await site.lead()
            for mail in try await site.app.perform(ClaimMails(), as: .system).mails {
                let taken = SettleMail(mail: mail, answer: DeliveryAnswer(code: 250, text: "taken"))
                try await site.app.perform(taken, as: .system)
                try await site.app.perform(RetryMail(mail: mail), as: site.manager)
            }
        },
        Provocation("share_over", [""]) { site in
            let share = ShareLead(lead: try await site.qualified(), partner: "Pat", email: "pat@partner.example")
            let shared = try await site.app.perform(share, as: site.manager)
            try await site.app.perform(RevokeShare(lead: shared.lead, share: shared.share), as: site.manager)
            _ = try await site.app.fetch(OpenShare(token: shared.token), as: .system)
        },
    ]
}
