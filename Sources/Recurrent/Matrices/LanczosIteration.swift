/// A search for the largest singular value of a matrix among the combinations of v, AᵀA v, (AᵀA)² v
/// and so on.
///
/// The vectors are kept orthogonal, so that AᵀA becomes a small tridiagonal matrix, whose largest
/// eigenvalue soon is that of AᵀA in all its digits; after as many steps as columns it must be.
///
/// - Source: Golub and Kahan 1965; Golub and Van Loan, Matrix Computations, section 10.1.
struct LanczosIteration {
    /// The matrix, row by row, and its transpose.
    private let matrix: [Double], transposed: [Double]

    /// The number of rows and of columns.
    private let rows: Int, columns: Int

    /// The diagonal of the tridiagonal matrix, and the diagonal beside it.
    private var diagonal: [Double] = [], offDiagonal: [Double] = []

    /// The orthogonal vectors, one after the other.
    private var basis: [Double] = []

    /// Takes a matrix whose largest element is near 1.
    init(_ matrix: [Double], rows: Int, columns: Int) {
        (self.matrix, self.rows, self.columns) = (matrix, rows, columns)
        var transposed = [Double](repeating: 0, count: matrix.count)
        for row in 0..<rows {
            for column in 0..<columns {
                transposed[column * rows + row] = matrix[row * columns + column]
            }
        }
        self.transposed = transposed
    }

    /// Returns the largest singular value.
    mutating func largestSingularValue() -> Double {
        // Any vector will do that has a part in every direction; the numbers follow no pattern.
        var generator = SplitMix64(seed: 1)
        var next = (0..<columns).map { _ in Double(generator.next() >> 11) * 0x1p-52 - 1 }
        var (largest, scale) = (0.0, 0.0)
        for step in 1...columns {
            let length = euclideanNorm(of: next)
            guard length > 1e-300, step == 1 || length > 1e-15 * scale else { break }
            if step > 1 { offDiagonal.append(length) }
            let vector = next.map { $0 / length }
            basis += vector
            next = times(times(vector, transposed, columns, rows), matrix, rows, columns)
            var projection = 0.0
            for index in 0..<columns { projection += next[index] * vector[index] }
            diagonal.append(projection)
            scale = max(scale, projection)
            for _ in 0..<2 { orthogonalize(&next) }
            // The eigenvalue costs as much as a step, and it only grows.
            guard step % 3 == 0 else { continue }
            let before = largest
            largest = largestEigenvalue(from: before)
            if largest - before <= 4e-16 * largest { break }
        }
        return diagonal.isEmpty ? 0 : largestEigenvalue(from: largest).squareRoot()
    }

    /// Returns a row times a matrix.
    private func times(
        _ vector: [Double], _ matrix: [Double], _ rows: Int, _ columns: Int
    ) -> [Double] {
        var result = [Double](repeating: 0, count: columns)
        result.withUnsafeMutableBufferPointer { result in
            vector.withUnsafeBufferPointer { vector in
                matrix.withUnsafeBufferPointer { matrix in
                    guard let c = result.baseAddress, let a = vector.baseAddress,
                        let b = matrix.baseAddress
                    else { return }
                    Kernels<Double>.plain.product(
                        rows: 1, columns: columns, inner: rows, a, rowStep: rows, columnStep: 1, b,
                        bStep: columns, into: c, cStep: columns)
                }
            }
        }
        return result
    }

    /// Takes from a vector its parts in the directions of the basis.
    private func orthogonalize(_ vector: inout [Double]) {
        basis.withUnsafeBufferPointer { basis in
            for start in stride(from: 0, to: basis.count, by: columns) {
                var part = 0.0
                for index in 0..<columns { part += basis[start + index] * vector[index] }
                for index in 0..<columns { vector[index] -= part * basis[start + index] }
            }
        }
    }

    /// Returns the largest eigenvalue of the tridiagonal matrix, by halving an interval around it.
    ///
    /// - Parameter least: a number that it is not below.
    private func largestEigenvalue(from least: Double) -> Double {
        var low = max(least, diagonal.max() ?? 0)
        var high = low
        for index in diagonal.indices {
            let left = index > 0 ? abs(offDiagonal[index - 1]) : 0
            let right = index < offDiagonal.count ? abs(offDiagonal[index]) : 0
            high = max(high, diagonal[index] + left + right)
        }
        while true {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { return high }
            if isBelow(middle) { low = middle } else { high = middle }
        }
    }

    /// Returns whether a number is below the largest eigenvalue: whether some pivot of T - x is
    /// positive.
    private func isBelow(_ x: Double) -> Bool {
        var pivot = diagonal[0] - x
        if pivot > 0 { return true }
        for index in 1..<max(diagonal.count, 1) {
            let beside = offDiagonal[index - 1]
            let safe = pivot == 0 ? -Double.leastNormalMagnitude : pivot
            pivot = diagonal[index] - x - beside * beside / safe
            if pivot > 0 { return true }
        }
        return false
    }
}
