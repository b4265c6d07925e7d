enum LeadStorePlaceholder {}
