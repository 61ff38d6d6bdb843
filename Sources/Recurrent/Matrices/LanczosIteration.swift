/// A search for the largest singular value of a matrix among the combinations of v, AᵀA v, (AᵀA)² v
/// and so on.
///
/// The vectors are kept orthogonal, so that AᵀA becomes a small tridiagonal matrix, whose largest
/// eigenvalue soon is that of AᵀA in all its digits; after as many steps as columns it must be.
///
/// - Source: Golub and Kahan 1965; Golub and Van Loan, Matrix Computations, section 10.1.
struct LanczosIteration {
    /// The number of rows and of columns, which are at most as many.
    private let rows: Int, columns: Int

    /// The kernels, whose results have the same bits on every processor.
    private let kernels = Kernels<Double>.plain

    /// The matrix, row by row, and its transpose.
    private let matrix: Target<Double>, transposed: Target<Double>

    /// The orthogonal vectors, one after the other, and the same column by column.
    private let basis: Target<Double>, basisColumns: Target<Double>

    /// The vector that the next step begins with, its image, and its parts along the basis.
    private let next: Target<Double>, image: Target<Double>, parts: Target<Double>

    /// The memory of all of these.
    private let memory: [ScalarBuffer<Double>]

    /// The tridiagonal matrix.
    private var tridiagonal = TridiagonalMatrix()

    /// Takes a matrix, divided by a number so that its largest element is near 1.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    init<Scalar: RealScalar>(_ source: Matrix<Scalar>, dividedBy scale: Double) {
        let isWide = source.columns > source.rows
        (rows, columns) =
            isWide ? (source.columns, source.rows) : (source.rows, source.columns)
        let (size, square) = (source.elements.count, columns * columns)
        memory = ScalarBuffer.sharing([size, size, square, square, columns, rows, columns])
        (matrix, transposed, basis, basisColumns) = (
            memory[0].start, memory[1].start, memory[2].start, memory[3].start
        )
        (next, image, parts) = (memory[4].start, memory[5].start, memory[6].start)
        let (alike, turned) = isWide ? (transposed, matrix) : (matrix, transposed)
        source.elements.withUnsafeBufferPointer { elements in
            for row in 0..<source.rows {
                for column in 0..<source.columns {
                    let index = row * source.columns + column
                    let number = Double(elements[index]) / scale
                    alike[index] = number
                    turned[column * source.rows + row] = number
                }
            }
        }
    }

    /// Returns the largest singular value.
    mutating func largestSingularValue() -> Double {
        // Any vector will do that has a part in every direction; the numbers follow no pattern.
        var generator = SplitMix64(seed: 1)
        for index in 0..<columns { next[index] = Double(generator.next() >> 11) * 0x1p-52 - 1 }
        var (largest, scale) = (0.0, 0.0)
        for step in 1...columns {
            let length = kernels.sumOfSquares(columns, next).squareRoot()
            guard length > 1e-150, step == 1 || length > 1e-15 * scale else { break }
            if step > 1 { tridiagonal.offDiagonal.append(length) }
            let vector = basis + (step - 1) * columns
            for index in 0..<columns {
                vector[index] = next[index] / length
                basisColumns[index * columns + step - 1] = vector[index]
            }
            multiply(vector, transposed, columns, rows, into: image)
            multiply(image, matrix, rows, columns, into: next)
            // Once is not enough where much is subtracted.
            let projection = subtractBasis(step)
            _ = subtractBasis(step)
            tridiagonal.diagonal.append(projection)
            scale = max(scale, projection)
            // The eigenvalue costs as much as a step, and it only grows.
            guard step % 3 == 0 else { continue }
            let before = largest
            largest = tridiagonal.largestEigenvalue(from: before)
            if largest - before <= 4e-16 * largest { break }
        }
        guard !tridiagonal.diagonal.isEmpty else { return 0 }
        return tridiagonal.largestEigenvalue(from: largest).squareRoot()
    }

    /// Computes a row times a matrix.
    private func multiply(
        _ vector: Target<Double>, _ matrix: Target<Double>, _ rows: Int, _ columns: Int,
        into result: Target<Double>
    ) {
        result.update(repeating: 0, count: columns)
        kernels.product(
            rows: 1, columns: columns, inner: rows, vector, rowStep: rows, columnStep: 1, matrix,
            bStep: columns, into: result, cStep: columns)
    }

    /// Subtracts from the next vector its parts along the first vectors of the basis; returns the part
    /// along the last of them.
    private func subtractBasis(_ count: Int) -> Double {
        parts.update(repeating: 0, count: count)
        kernels.product(
            rows: 1, columns: count, inner: columns, next, rowStep: columns, columnStep: 1,
            basisColumns, bStep: columns, into: parts, cStep: columns)
        for index in 0..<count { parts[index] = -parts[index] }
        kernels.product(
            rows: 1, columns: columns, inner: count, parts, rowStep: count, columnStep: 1, basis,
            bStep: columns, into: next, cStep: columns)
        return -parts[count - 1]
    }
}

/// A symmetric matrix with elements on its diagonal and beside it.
struct TridiagonalMatrix {
    /// The diagonal, and the diagonal beside it.
    var diagonal: [Double] = [], offDiagonal: [Double] = []

    /// Returns the largest eigenvalue, by narrowing an interval around it to a ninth at a time.
    ///
    /// - Parameter least: a number that it is not below.
    func largestEigenvalue(from least: Double) -> Double {
        var low = max(least, diagonal.max() ?? 0)
        var high = low
        for index in diagonal.indices {
            let left = index > 0 ? abs(offDiagonal[index - 1]) : 0
            let right = index < offDiagonal.count ? abs(offDiagonal[index]) : 0
            high = max(high, diagonal[index] + left + right)
        }
        let ninths = SIMD8<Double>(1, 2, 3, 4, 5, 6, 7, 8) / 9
        while high - low > 32 * low.ulp {
            let points = low + (high - low) * ninths
            let areBelow = areBelow(points)
            for lane in 0..<8 {
                if areBelow[lane] {
                    low = max(low, points[lane])
                } else {
                    high = min(high, points[lane])
                }
            }
        }
        while true {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { return high }
            if areBelow(SIMD8(repeating: middle))[0] { low = middle } else { high = middle }
        }
    }

    /// Returns whether numbers are below the largest eigenvalue: whether some pivot of T - x is
    /// positive.
    private func areBelow(_ x: SIMD8<Double>) -> SIMDMask<SIMD8<Int64>> {
        var pivot = diagonal[0] - x
        var found = pivot .> 0
        for index in 1..<max(diagonal.count, 1) {
            let beside = offDiagonal[index - 1]
            let safe = pivot.replacing(
                with: -Double.leastNormalMagnitude, where: pivot .== SIMD8<Double>(repeating: 0))
            pivot = diagonal[index] - x - (beside * beside) / safe
            found .|= pivot .> 0
        }
        return found
    }
}
