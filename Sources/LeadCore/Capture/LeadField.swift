/// What a column of a file, or a field of a form, can say about a lead.
///
/// The raw values are the names used in mapping files and by the API.
package enum LeadField: String, Hashable, CaseIterable, Codable, Sendable {
    case externalID = "external_id"
    // The person.
    case fullName = "full_name"
    case firstName = "first_name"
    case lastName = "last_name"
    case salutation
    /// The job title.
    case title
    case email, phone, mobile, fax, website, skype
    // The company and where it is.
    case company
    /// The source's own id of the company.
    case accountID = "account_id"
    case division
    case street, city, state
    case postalCode = "postal_code"
    case country, industry, employees
    case annualRevenue = "annual_revenue"
    // The lead.
    /// What the lead is about, in a line: the title of a lead or the name of a deal.
    case subject
    case description, source
    case sourceDetail = "source_detail"
    case referredBy = "referred_by"
    case campaign
    /// How somebody answered the campaign.
    case memberStatus = "member_status"
    case status
    case statusDescription = "status_description"
    case stage
    case lifecycleStage = "lifecycle_stage"
    case rating, owner
    case contactIDs = "contact_ids"
    case productClass = "product_class"
    case product, amount, currency
    // Its history.
    case createdAt = "created_at"
    case updatedAt = "updated_at"
    case lastActivityAt = "last_activity_at"
    case isConverted = "is_converted"
    case convertedAt = "converted_at"
    case closedAt = "closed_at"
    case isDeleted = "is_deleted"
    // What the person does not want, or cannot get.
    case doNotCall = "do_not_call"
    case doNotEmail = "do_not_email"
    case doNotFax = "do_not_fax"
    case emailBouncedAt = "email_bounced_at"
    case emailBounceReason = "email_bounce_reason"
    // Where the click came from.
    case utmSource = "utm_source"
    case utmMedium = "utm_medium"
    case utmCampaign = "utm_campaign"
    case utmTerm = "utm_term"
    case utmContent = "utm_content"
    case referrer
    case landingPage = "landing_page"
    case userAgent = "user_agent"
    case gclid, fbclid, msclkid
    case liFatID = "li_fat_id"
}

/// What is to be done with one column or form field.
package enum FieldMeaning: Hashable, Sendable {
    case field(LeadField)
    /// Kept under its own name, as a custom field.
    case custom(String)
    /// The other system's own bookkeeping, which says nothing about the lead.
    case bookkeeping
}
