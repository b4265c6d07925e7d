import Hummingbird
import LeadApp
import LeadCore
import LeadStore
import NIOCore

/// What went out, what waits, and what came back.
struct MailAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/mails") { request, visit in
            let query = QueryInput(request)
            let state: MailState? = query.word("state")
            let before: Mail.ID? = query.id("cursor")
            try query.check()
            let answer = try await site.app.fetch(MailList(state, before: before), as: visit.actor)
            return Response.list(answer.mails.map { .mail($0) }, next: answer.next?.description, in: request)
        }
        routes.post("/mails/:id/retry") { request, visit in
            try Input(try await request.json()).check()
            try await site.app.perform(RetryMail(mail: visit.id()), as: visit.actor, key: request.idempotencyKey)
            return Response.done
        }
        routes.get("/contacts/:id/mails") { request, visit in
            let mails = try await site.app.fetch(ContactMails(contact: visit.id()), as: visit.actor)
            return Response.list(mails.map { .mail($0) }, next: nil, in: request)
        }
        routes.post("/bounces") { request, visit in
            let body = try await request.body.collect(upTo: TakeBounce.mostBytes)
            let outcome = try await site.app.perform(TakeBounce(report: Array(buffer: body)), as: visit.actor)
            return Response.json(["mail": .id(outcome.mail), "state": .text(outcome.state?.rawValue)])
        }
    }
}

extension JSONValue {
    fileprivate static func mail(_ mail: MailRecord) -> JSONValue {
        [
            "id": .id(mail.id), "purpose": .text(mail.purpose.rawValue), "state": .text(mail.state.rawValue),
            "lead": .id(mail.lead), "contact": .id(mail.contact), "person": .id(mail.user),
            "template": .id(mail.template), "templateVersion": .int(mail.templateVersion), "to": .text(mail.address),
            "subject": .text(mail.subject), "messageID": .text(mail.messageID), "createdAt": .time(mail.createdAt),
            "nextAt": .time(mail.nextAt), "endedAt": .time(mail.endedAt), "attempts": .int(mail.attempts),
            "code": .int(mail.code), "answer": .text(mail.answer),
        ]
    }
}
