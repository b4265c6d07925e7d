enum LeadCorePlaceholder {}
