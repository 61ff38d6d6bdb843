/// The names that Unroll adds to cells; they are not shown to the user.
package enum GeneratedNames {
    /// The prefix of a name bound by a `guard` at the top level, until it is a variable of the
    /// module.
    package static let guardPrefix = "_unrollGuard_"

    /// The name of the value of an `if` or `switch` at the end of a cell.
    package static let value = "_unrollValue"
}
