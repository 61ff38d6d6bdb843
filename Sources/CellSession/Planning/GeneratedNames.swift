/// The names that Unroll puts into cells; a person sees none of them.
package enum GeneratedNames {
    /// Stands before what a `guard` at the top level binds, until it is a variable of the module.
    package static let guardPrefix = "_unrollGuard_"

    /// The value of a conditional that a cell ends in.
    package static let value = "_unrollValue"
}
