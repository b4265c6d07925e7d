import HTTPTypes
import Hummingbird
import LeadApp
import LeadCore
import LeadStore

/// Work in the order of what waiting costs, calls by a script, skips, and taking the last act back.
struct CallAPI: RouteSet {
    let site: Site

    func add(to routes: RouterGroup<Visit>) {
        routes.get("/today") { request, visit in
            let calls = request.uri.queryParameters["calls"] == "true"
            let work = try await site.app.fetch(WorkList(calls: calls), as: visit.actor)
            return Response.json(.work(work))
        }
        routes.get("/leads/:id/call") { _, visit in
            let sheet = try await site.app.fetch(CallSheet(lead: visit.id()), as: visit.actor)
            return Response.json(.sheet(sheet))
        }
        let acts = LeadActAPI(site: site)
        acts.act(routes, "calls") { lead, input in
            RecordCall(
                lead: lead,
                outcome: try input.required("outcome", input.word("outcome")),
                seconds: input.integer("seconds").map { Int($0) },
                note: input.text("note"),
                script: input.text("script"),
                answers: try input.answers(),
                next: try input.nextStep("next"),
                conclude: input.flag("conclude") ?? false
            )
        }
        acts.act(routes, "skip") { lead, input in SkipLead(lead: lead, reason: try input.reason()) }
        acts.act(routes, "undo") { lead, _ in UndoLastAct(lead: lead) }
    }
}

extension Input {
    fileprivate func answers() throws(Refusal) -> [CallAnswer] {
        var answers: [CallAnswer] = []
        for part in items("answers") {
            answers.append(
                CallAnswer(
                    question: try part.required("question", part.text("question")),
                    answer: part.text("answer"),
                    text: part.text("text")
                )
            )
        }
        return answers
    }
}

extension JSONValue {
    fileprivate static func work(_ work: WorkList.Answer) -> JSONValue {
        let words = Wording(
            now: work.now,
            policy: work.policy,
            directory: work.directory,
            calendars: work.calendars
        )
        let items = work.entries.map { entry -> JSONValue in
            [
                "lead": .lead(entry.row, work.directory, work.policy), "phone": .text(entry.row.phone),
                "waiting": .waiting(entry.cost, words),
            ]
        }
        return [
            "items": .list(items), "total": .int(work.count), "skipped": .int(work.skipped),
            "halfLifeHours": .text(decimal(work.curve.halfLife)), "isFitted": .bool(work.isFitted),
        ]
    }

    private static func waiting(_ cost: WaitingCost, _ words: Wording) -> JSONValue {
        let currency = words.policy.currency
        return [
            "expected": .money(cost.expected.map { Money(minor: $0, currency: currency) }),
            "perHour": .money(cost.perHour.map { Money(minor: Int64($0.rounded()), currency: currency) }),
            "reason": .text(words.why(cost)),
        ]
    }

    fileprivate static func sheet(_ sheet: CallSheet.Answer) -> JSONValue {
        [
            "lead": .lead(sheet.detail.row, sheet.detail.directory, sheet.detail.policy),
            "phone": .text(sheet.detail.row.phone),
            "waiting": sheet.cost.map { .waiting($0, Wording(sheet.detail)) } ?? .null,
            "script": sheet.script.map { .script($0) } ?? .null,
            "answers": .list(
                sheet.answers.map { answer -> JSONValue in
                    [
                        "question": .text(answer.question), "answer": .text(answer.answer),
                        "text": .text(answer.text),
                    ]
                }
            ),
        ]
    }

    private static func script(_ script: CallScript) -> JSONValue {
        [
            "key": .text(script.key), "name": .text(script.name), "opening": .text(script.opening),
            "questions": .list(script.questions.map { .question($0) }),
        ]
    }

    private static func question(_ question: CallScript.Question) -> JSONValue {
        let answers = question.answers.map { answer -> JSONValue in
            [
                "key": .text(answer.key), "label": .text(answer.label), "level": .text(answer.level?.rawValue),
                "value": .text(answer.value),
            ]
        }
        let askedIf = question.askedIf.map { condition -> JSONValue in
            [
                "question": .text(condition.question),
                "answers": .list(condition.answers.map { .text($0) }),
            ]
        }
        return [
            "key": .text(question.key), "text": .text(question.text), "hint": .text(question.hint),
            "fills": .text(question.fills.description), "answers": .list(answers), "askedIf": askedIf ?? .null,
        ]
    }

    /// To a hundredth.
    private static func decimal(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
