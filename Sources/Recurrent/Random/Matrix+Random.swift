extension Matrix {
    /// Returns a matrix of uniformly distributed numbers.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a negative size or a setting that is not finite.
    public static func uniform(
        _ rows: Int, _ columns: Int, from low: Double, to high: Double,
        using generator: inout some RandomNumberGenerator
    ) throws(RecurrentError) -> Matrix {
        try checkSetting("the least number", low, from: -.greatestFiniteMagnitude)
        try checkSetting("the bound of the numbers", high, from: low)
        let shape = try Shape(checking: rows, columns)
        return Matrix(
            shape,
            unchecked: (0..<shape.count).map { _ in Scalar(generator.uniform(from: low, to: high)) }
        )
    }

    /// Returns a matrix of normally distributed numbers with mean 0.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a negative size or a setting that is not finite.
    public static func normal(
        _ rows: Int, _ columns: Int, deviation: Double = 1,
        using generator: inout some RandomNumberGenerator
    ) throws(RecurrentError) -> Matrix {
        try checkSetting("the standard deviation", deviation, from: 0)
        let shape = try Shape(checking: rows, columns)
        return Matrix(
            shape, unchecked: (0..<shape.count).map { _ in Scalar(deviation * generator.normal()) })
    }

    /// Returns ρ Q with a random orthogonal Q: every singular value and |eigenvalue| is ρ.
    ///
    /// - Parameters:
    ///   - size: the number of rows and columns.
    ///   - scale: ρ.
    /// - Throws: `RecurrentError.invalidValue` for a negative size or a setting that is not finite.
    public static func orthogonal(
        _ size: Int, scale: Scalar = 1, using generator: inout some RandomNumberGenerator
    ) throws(RecurrentError) -> Matrix {
        try checkSetting("the scale", Double(scale), from: -.greatestFiniteMagnitude)
        let normal = try Matrix<Double>.normal(size, size, using: &generator)
        let factor = try normal.orthogonalFactor
        return Matrix(factor.shape, unchecked: factor.elements.map { scale * Scalar($0) })
    }
}

extension Matrix {
    /// Returns a matrix of uniformly distributed numbers that follow from a seed.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a negative size or a setting that is not finite.
    public static func uniform(
        _ rows: Int, _ columns: Int, from low: Double, to high: Double, seed: UInt64
    ) throws(RecurrentError) -> Matrix {
        var generator = Xoshiro256(seed: seed)
        return try uniform(rows, columns, from: low, to: high, using: &generator)
    }

    /// Returns a matrix of normally distributed numbers with mean 0 that follow from a seed.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a negative size or a setting that is not finite.
    public static func normal(
        _ rows: Int, _ columns: Int, deviation: Double = 1, seed: UInt64
    ) throws(RecurrentError) -> Matrix {
        var generator = Xoshiro256(seed: seed)
        return try normal(rows, columns, deviation: deviation, using: &generator)
    }

    /// Returns ρ Q with an orthogonal Q that follows from a seed.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a negative size or a setting that is not finite.
    public static func orthogonal(
        _ size: Int, scale: Scalar = 1, seed: UInt64
    ) throws(RecurrentError) -> Matrix {
        var generator = Xoshiro256(seed: seed)
        return try orthogonal(size, scale: scale, using: &generator)
    }
}
