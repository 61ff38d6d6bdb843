/// What to do with a gradient that is infinite or not a number.
public enum NonFinitePolicy: Sendable, Hashable {
    /// Throw an error that says where it is.
    case `throw`
    /// Let it through.
    case pass
}
