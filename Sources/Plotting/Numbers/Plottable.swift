/// A value with a position on an axis or in a column of numbers.
public protocol Plottable {
    /// The position, or `nil` if there is no value.
    var plotValue: Double? { get }
}

extension Double: Plottable {
    /// The number itself.
    public var plotValue: Double? { self }
}

extension Float: Plottable {
    /// The number as its shortest decimal digits suggest: a `Float` 0.1 becomes 0.1.
    public var plotValue: Double? { isFinite ? Double(description) : Double(self) }
}

extension Int: Plottable {
    /// The number as a position on an axis.
    public var plotValue: Double? { Double(self) }
}

extension UInt64: Plottable {
    /// The number as a position on an axis.
    public var plotValue: Double? { Double(self) }
}

extension Optional: Plottable where Wrapped: Plottable {
    /// The position of the wrapped value, or `nil`.
    public var plotValue: Double? { flatMap(\.plotValue) }
}

extension Sequence where Element: Plottable {
    /// The positions of all elements.
    package var plotValues: [Double?] { map(\.plotValue) }
}
