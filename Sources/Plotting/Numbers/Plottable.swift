/// A value that has a place on an axis or in a column of numbers.
public protocol Plottable {
    /// The value's place, or nothing where there is no value.
    var plotValue: Double? { get }
}

extension Double: Plottable {
    /// The number itself.
    public var plotValue: Double? { self }
}

extension Float: Plottable {
    /// The number with the digits that a person would have typed: 0.1 stays 0.1.
    public var plotValue: Double? { isFinite ? Double(description) : Double(self) }
}

extension Int: Plottable {
    /// The number as a place on an axis.
    public var plotValue: Double? { Double(self) }
}

extension UInt64: Plottable {
    /// The number as a place on an axis.
    public var plotValue: Double? { Double(self) }
}

extension Optional: Plottable where Wrapped: Plottable {
    /// The wrapped value's place, or nothing.
    public var plotValue: Double? { flatMap(\.plotValue) }
}

extension Sequence where Element: Plottable {
    /// The places of all elements.
    package var plotValues: [Double?] { map(\.plotValue) }
}
