/// A reflection that maps a vector to a multiple of the first axis.
struct Reflection {
    /// The unit normal vector of the mirror plane.
    let vector: [Double]

    /// Computes the reflection for a vector; returns `nil` if the vector is already on the axis.
    init?(_ column: [Double]) {
        let norm = euclideanNorm(of: column)
        guard norm > 0, column.dropFirst().contains(where: { $0 != 0 }) else { return nil }
        var v = column
        v[0] += column[0] < 0 ? -norm : norm
        let length = euclideanNorm(of: v)
        vector = v.map { $0 / length }
    }
}
