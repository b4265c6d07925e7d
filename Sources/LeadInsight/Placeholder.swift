enum LeadInsightPlaceholder {}
