/// A number of rows or columns that follows from the sizes of a layer.
public struct LayerExtent: Sendable, Hashable {
    /// The multiple of D.
    let inputs: Int

    /// The multiple of H.
    let hidden: Int

    /// The constant that is added.
    let rest: Int

    /// The divisor of H.
    var divisor = 1

    /// D, the number of input features.
    public static let input = LayerExtent(inputs: 1, hidden: 0, rest: 0)

    /// H, the number of hidden units.
    public static let state = LayerExtent(inputs: 0, hidden: 1, rest: 0)

    /// H + D, for a product with `h.above(x)`.
    public static let stateAndInput = LayerExtent(inputs: 1, hidden: 1, rest: 0)

    /// H several times, for several gates in one product.
    public static func state(times count: Int) -> LayerExtent {
        LayerExtent(inputs: 0, hidden: count, rest: 0)
    }

    /// An equal part of H: `.state(over: 2)` for half of it, rounded down.
    public static func state(over divisor: Int) -> LayerExtent {
        LayerExtent(inputs: 0, hidden: 1, rest: 0, divisor: max(divisor, 1))
    }

    /// A number that does not depend on a layer's sizes.
    public static func exactly(_ count: Int) -> LayerExtent {
        LayerExtent(inputs: 0, hidden: 0, rest: count)
    }

    /// Returns the number for the sizes of a layer; the largest whole number where it is too large.
    func count(_ sizes: LayerSizes) -> Int {
        let (a, overflowsA) = inputs.multipliedReportingOverflow(by: sizes.inputs)
        let (b, overflowsB) = hidden.multipliedReportingOverflow(
            by: sizes.hidden / divisor)
        let (sum, overflows) = a.addingReportingOverflow(b)
        let (total, overflowsToo) = sum.addingReportingOverflow(rest)
        return overflowsA || overflowsB || overflows || overflowsToo ? .max : total
    }
}
