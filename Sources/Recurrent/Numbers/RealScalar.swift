/// A number type that the toolkit computes with: `Double`, or `Float` where memory or speed matter.
///
/// Only the two conform; the kernels know no other.
public protocol RealScalar: BinaryFloatingPoint, LosslessStringConvertible, Sendable
where RawSignificand: FixedWidthInteger {
    /// Which of the two number types this is.
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
