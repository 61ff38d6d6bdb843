extension Matrix {
    /// ρ, the largest magnitude of an eigenvalue, real or complex.
    ///
    /// The powers of the matrix converge to zero if and only if ρ is less than 1.
    /// - Throws: `RecurrentError` if the matrix is not square or not finite.
    public var spectralRadius: Scalar {
        get throws(RecurrentError) {
            Scalar(try eigenvalues.map(\.magnitude).max() ?? 0)
        }
    }

    /// All eigenvalues, the largest in magnitude first.
    ///
    /// - Throws: `RecurrentError` if the matrix is not square or not finite.
    /// - Source: Francis 1961: reduction to Hessenberg form, then implicit double-shift QR steps.
    public var eigenvalues: [Eigenvalue] {
        get throws(RecurrentError) {
            guard rows == columns else {
                throw .shapeMismatch(
                    operation: "eigenvalues", needed: "a square matrix", given: "\(shape)")
            }
            guard isFinite else {
                throw .nonFiniteData(
                    place: "an element of the matrix", value: "not a finite number")
            }
            var iteration = FrancisIteration(self)
            return iteration.run().sorted { $0.magnitude > $1.magnitude }
        }
    }
}
