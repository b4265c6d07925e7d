/// Finds the passes through the gate among all that happened, for the report on what they led to.
enum GateSchema {
    static func script(_ dialect: Dialect) -> String {
        "CREATE INDEX ledger_passes ON ledger (seq) WHERE kind IN ('handed_off', 'converted')"
    }
}
