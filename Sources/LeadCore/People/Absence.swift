/// A time at which a person is away: pools pass over them, and their clocks stand still.
package enum Absence {
    package typealias ID = Identifier<Absence>
}
