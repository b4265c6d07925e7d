enum LeadFixturesPlaceholder {}
