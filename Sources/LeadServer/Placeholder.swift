enum LeadServerPlaceholder {}
