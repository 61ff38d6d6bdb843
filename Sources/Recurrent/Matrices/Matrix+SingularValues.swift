extension Matrix {
    /// The singular values σ₁ ≥ σ₂ ≥ …, as many as the smaller of the two sizes.
    ///
    /// Rotates pairs of columns until all are orthogonal; their norms are the singular values, with
    /// small ones as accurate as large ones. NaN if an element is not finite.
    /// - Source: Hestenes 1958, the one-sided Jacobi method.
    public var singularValues: [Scalar] { decomposed() }

    /// Returns the singular values.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    private func decomposed() -> [Scalar] {
        let size = Swift.min(rows, columns)
        guard isFinite, size > 0 else { return Array(repeating: .nan, count: size) }
        let scale = Double(largestMagnitude)
        guard scale > 0 else { return Array(repeating: 0, count: size) }
        let tall = rows >= columns ? transposed : self
        var vectors = tall.elements.map { Double($0) / scale }
        let length = tall.columns
        for _ in 0..<60 {
            guard orthogonalize(&vectors, length: length) else { break }
        }
        let norms = stride(from: 0, to: vectors.count, by: Swift.max(length, 1)).map { start in
            Scalar(euclideanNorm(of: Array(vectors[start..<start + length])) * scale)
        }
        return norms.sorted(by: >)
    }

    /// σ₁, the largest factor by which the matrix lengthens a vector; its spectral norm.
    ///
    /// Of more than 16 rows and columns it is found without the others.
    public var largestSingularValue: Scalar { lengthening() }

    /// Returns the largest singular value.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    private func lengthening() -> Scalar {
        guard Swift.min(rows, columns) > 16, isFinite else { return singularValues.first ?? 0 }
        let scale = Double(largestMagnitude)
        guard scale > 0 else { return 0 }
        var iteration = LanczosIteration(self, dividedBy: scale)
        return Scalar(iteration.largestSingularValue() * scale)
    }

    /// The smallest factor by which the matrix lengthens a vector; 0 if it has more columns than
    /// rows.
    public var smallestSingularValue: Scalar {
        columns > rows ? 0 : singularValues.last ?? 0
    }
}

/// Rotates every pair of vectors until it is orthogonal.
///
/// - Parameter vectors: the vectors, one after the other, each of the given length.
/// - Returns: whether some pair had to be rotated.
private func orthogonalize(_ vectors: inout [Double], length: Int) -> Bool {
    var hasRotated = false
    for i in stride(from: 0, to: vectors.count - length, by: length) {
        for j in stride(from: i + length, to: vectors.count, by: length)
        where rotate(&vectors, i, j, length: length) { hasRotated = true }
    }
    return hasRotated
}

/// Rotates two vectors in their plane so that they become orthogonal.
///
/// - Parameters:
///   - i: the offset of the first vector.
///   - j: the offset of the second vector.
/// - Returns: whether they were not orthogonal.
private func rotate(_ vectors: inout [Double], _ i: Int, _ j: Int, length: Int) -> Bool {
    var (a, b, mixed) = (0.0, 0.0, 0.0)
    for k in 0..<length {
        let (x, y) = (vectors[i + k], vectors[j + k])
        a += x * x
        b += y * y
        mixed += x * y
    }
    // A product of so many numbers is not known better than this.
    let rounding = Double.ulpOfOne * Double(length).squareRoot()
    guard abs(mixed) > rounding * (a * b).squareRoot(), mixed != 0 else { return false }
    let zeta = (b - a) / (2 * mixed)
    let t = (zeta < 0 ? -1 : 1) / (abs(zeta) + (1 + zeta * zeta).squareRoot())
    let cosine = 1 / (1 + t * t).squareRoot()
    let sine = cosine * t
    for k in 0..<length {
        let (x, y) = (vectors[i + k], vectors[j + k])
        vectors[i + k] = cosine * x - sine * y
        vectors[j + k] = sine * x + cosine * y
    }
    return true
}
