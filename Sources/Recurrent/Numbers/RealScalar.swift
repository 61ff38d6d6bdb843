/// A number type of the toolkit: `Double`, or `Float` if memory or speed matters.
///
/// Only these two conform; the kernels support no others.
public protocol RealScalar: BinaryFloatingPoint, LosslessStringConvertible, Sendable
where RawSignificand: FixedWidthInteger {
    /// The precision of the number type.
    static var precision: ScalarPrecision { get }
}

extension Double: RealScalar {
    /// Double precision.
    public static var precision: ScalarPrecision { .double }
}

extension Float: RealScalar {
    /// Single precision.
    public static var precision: ScalarPrecision { .single }
}

/// The precision of a number type.
public enum ScalarPrecision: Sendable, Hashable {
    /// IEEE 754 binary32, 24 significant bits.
    case single
    /// IEEE 754 binary64, 53 significant bits.
    case double
}
