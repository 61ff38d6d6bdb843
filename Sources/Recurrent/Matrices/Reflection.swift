/// A reflection that turns a vector into a multiple of the first axis.
struct Reflection {
    /// The unit vector across which it reflects.
    let vector: [Double]

    /// Finds the reflection of a vector; nil where there is nothing to turn.
    init?(_ column: [Double]) {
        let norm = euclideanNorm(of: column)
        guard norm > 0, column.dropFirst().contains(where: { $0 != 0 }) else { return nil }
        var v = column
        v[0] += column[0] < 0 ? -norm : norm
        let length = euclideanNorm(of: v)
        vector = v.map { $0 / length }
    }
}
