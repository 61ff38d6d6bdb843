/// The eigenvalues of a real matrix by implicit double-shift QR steps.
struct FrancisIteration {
    /// The matrix, which becomes block-triangular.
    private var a: [[Double]]

    /// Copies a square matrix in double precision.
    init<Scalar: RealScalar>(_ matrix: Matrix<Scalar>) {
        a = (0..<matrix.rows).map { row in
            (0..<matrix.columns).map { Double(matrix[row, $0]) }
        }
    }

    /// Deflates eigenvalues from the lower right corner until none is left.
    mutating func run() -> [Eigenvalue] {
        reduceToHessenberg()
        var found: [Eigenvalue] = []
        var high = a.count - 1
        var attempts = 0
        while high >= 0 {
            let low = startOfBlock(endingAt: high)
            if low == high {
                found.append(Eigenvalue(a[high][high]))
                high -= 1
                attempts = 0
            } else if low == high - 1 || attempts > 300 {
                found += eigenvaluesOfPair(high)
                high -= 2
                attempts = 0
            } else {
                attempts += 1
                step(from: low, to: high, isExceptional: attempts % 10 == 0)
            }
        }
        return found
    }

    /// Reduces the matrix to Hessenberg form by reflections.
    private mutating func reduceToHessenberg() {
        let n = a.count
        guard n > 2 else { return }
        for k in 0..<n - 2 {
            let column = (k + 1..<n).map { a[$0][k] }
            guard let reflection = Reflection(column) else { continue }
            apply(reflection, at: k + 1, columns: 0..<n, rows: 0..<n)
            for row in k + 2..<n { a[row][k] = 0 }
        }
    }

    /// Returns the first row of the unreduced block that ends at a row; sets negligible elements to
    /// zero.
    private mutating func startOfBlock(endingAt high: Int) -> Int {
        for row in stride(from: high, to: 0, by: -1) {
            let neighbors = abs(a[row - 1][row - 1]) + abs(a[row][row])
            let size = neighbors > 0 ? neighbors : 1
            if abs(a[row][row - 1]) <= 2.3e-16 * size {
                a[row][row - 1] = 0
                return row
            }
        }
        return 0
    }

    /// Returns the two eigenvalues of the block of two rows that ends at a row.
    private func eigenvaluesOfPair(_ high: Int) -> [Eigenvalue] {
        let (p, q) = (a[high - 1][high - 1], a[high][high])
        let half = (p - q) / 2
        let mean = (p + q) / 2
        let discriminant = half * half + a[high - 1][high] * a[high][high - 1]
        guard discriminant >= 0 else {
            let imaginary = (-discriminant).squareRoot()
            return [Eigenvalue(mean, imaginary), Eigenvalue(mean, -imaginary)]
        }
        // The larger root first; the other from the product of both, which avoids cancellation.
        let root = discriminant.squareRoot()
        let larger = mean + (mean < 0 ? -root : root)
        let determinant = p * q - a[high - 1][high] * a[high][high - 1]
        return [Eigenvalue(larger), Eigenvalue(larger == 0 ? 0 : determinant / larger)]
    }

    /// Chases a bulge down the block: one step with both eigenvalues of its last corner as shifts.
    private mutating func step(from low: Int, to high: Int, isExceptional: Bool) {
        var sum = a[high - 1][high - 1] + a[high][high]
        var product =
            a[high - 1][high - 1] * a[high][high] - a[high - 1][high] * a[high][high - 1]
        if isExceptional {
            let size = abs(a[high][high - 1]) + abs(a[high - 1][high - 2])
            sum = 1.5 * size
            product = size * size
        }
        let (x, y) = (a[low][low], a[low + 1][low])
        var bulge = [
            x * x + a[low][low + 1] * y - sum * x + product,
            y * (x + a[low + 1][low + 1] - sum),
            y * a[low + 2][low + 1],
        ]
        for k in low..<high {
            if let reflection = Reflection(bulge) {
                let first = Swift.max(low, k - 1)
                apply(
                    reflection, at: k, columns: first..<a.count,
                    rows: 0..<Swift.min(k + 4, high + 1))
            }
            bulge = (k + 1...Swift.min(k + 3, high)).map { a[$0][k] }
            if k > low { for row in k + 1...Swift.min(k + 2, high) { a[row][k - 1] = 0 } }
        }
    }

    /// Multiplies by a reflection from the left, in some columns, and from the right, in some rows.
    private mutating func apply(
        _ reflection: Reflection, at start: Int, columns: Range<Int>, rows: Range<Int>
    ) {
        let vector = reflection.vector
        for column in columns {
            var sum = 0.0
            for (offset, v) in vector.enumerated() { sum += v * a[start + offset][column] }
            for (offset, v) in vector.enumerated() { a[start + offset][column] -= 2 * sum * v }
        }
        for row in rows {
            var sum = 0.0
            for (offset, v) in vector.enumerated() { sum += v * a[row][start + offset] }
            for (offset, v) in vector.enumerated() { a[row][start + offset] -= 2 * sum * v }
        }
    }
}

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
