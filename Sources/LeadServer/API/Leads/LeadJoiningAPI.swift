import Hummingbird
import LeadApp
import LeadCore
import LeadStore

extension LeadActAPI {
    /// Leads about the same deal, merged leads, and who answers for one in marketing.
    func addJoining(to routes: RouterGroup<Visit>) {
        act(routes, "links") { lead, input in
            LinkLeads(lead: lead, other: try input.required("lead", input.id("lead")))
        }
        routes.delete("/leads/:id/links") { request, visit in
            try await perform(UnlinkLead(lead: visit.id()), request, visit)
        }
        act(routes, "merge") { lead, input in
            MergeLeads(
                survivor: lead,
                merged: try input.required("leads", input.ids("leads")),
                otherAccounts: input.flag("otherAccounts") ?? false
            )
        }
        act(routes, "unmerge") { lead, _ in UndoMerge(lead: lead) }
        act(routes, "marketing-owner") { lead, input in
            SetMarketingOwner(lead: lead, owner: try input.required("owner", input.id("owner")))
        }
        routes.get("/leads/:id/candidates") { request, visit in
            let query = QueryInput(request)
            let text = query.text("q")
            try query.check()
            let found = try await site.app.fetch(LeadCandidates(lead: visit.id(), text: text), as: visit.actor)
            let choices = try await site.app.fetch(LeadDetail(lead: visit.id()), as: visit.actor)
            return Response.list(found.map { .lead($0, choices.directory, choices.policy) }, next: nil, in: request)
        }
    }
}
