/// The precision of a number type.
public enum ScalarPrecision: Sendable, Hashable {
    /// IEEE 754 binary32, 24 significant bits.
    case single
    /// IEEE 754 binary64, 53 significant bits.
    case double
}
