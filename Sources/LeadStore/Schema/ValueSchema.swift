/// Why a recycled lead was taken up again stands with the stay that this began.
enum ValueSchema {
    static func script(_: Dialect) -> String {
        "ALTER TABLE stays ADD COLUMN cause TEXT;"
    }
}
