/// The treatment of gradients that are infinite or NaN.
public enum NonFinitePolicy: Sendable, Hashable {
    /// Throws an error with the location.
    case `throw`
    /// Passes the gradient on.
    case pass
}
