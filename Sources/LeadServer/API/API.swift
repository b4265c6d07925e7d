import Hummingbird

/// The HTTP API below `/v1`: which features answer.
enum API {
    static func features(_ site: Site) -> [any RouteSet] {
        [
            LeadCaptureAPI(site: site), LeadAPI(site: site), LeadActAPI(site: site), OpportunityAPI(site: site),
            CatalogAPI(site: site), PeopleAPI(site: site), PoolAPI(site: site), TokenAPI(site: site),
            FormAPI(site: site),
            SubmissionAPI(site: site), PolicyAPI(site: site), CheckAPI(site: site), ReportAPI(site: site),
            ImportAPI(site: site), SignalAPI(site: site), NoticeAPI(site: site), ServiceLevelAPI(site: site),
            ContactAPI(site: site), ContactMergeAPI(site: site), PrivacyAPI(site: site), AssistantAPI(site: site),
            AuditAPI(site: site), RoutingAPI(site: site), MailAPI(site: site), MailTemplateAPI(site: site),
            ShareAPI(site: site),
            NoticeChoiceAPI(site: site),
            CallAPI(site: site),
            AccountAPI(site: site),
        ]
    }
}
