internal import Plotting
public import Recurrent

extension Clipping {
    /// A short name of the rule for tables and legends: `slide ≤ 0.1`, `norm 1`.
    public var name: String {
        func spelling(_ limit: Double) -> String { NumberFormat.exact.spelling(of: limit) }
        switch self {
        case .none: return "no clipping"
        case .slide(let threshold): return "slide rule \(spelling(threshold))"
        case .value(let limit): return "value ±\(spelling(limit))"
        case .globalNorm(let limit, 0): return "norm \(spelling(limit))"
        case .globalNorm(let limit, let epsilon):
            return "norm \(spelling(limit)), ε \(spelling(epsilon))"
        case .normOfEachTensor(let limit): return "norm of each \(spelling(limit))"
        }
    }
}
