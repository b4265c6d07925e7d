enum LeadAppPlaceholder {}
