internal import CVectorKernels

extension Kernels {
    /// C += A B by plain loops, adding each element's terms in the order of the inner index.
    ///
    /// - Parameters:
    ///   - a: shape `[rows, inner]`, with arbitrary strides.
    ///   - b: shape `[inner, columns]`, with row stride `bStep`.
    ///   - c: shape `[rows, columns]`, with row stride `cStep`.
    @inline(__always)
    func product(
        rows: Int, columns: Int, inner: Int, _ a: Source<Scalar>, rowStep: Int, columnStep: Int,
        _ b: Source<Scalar>, bStep: Int, into c: Target<Scalar>, cStep: Int
    ) {
        table.pointee.product(rows, columns, inner, a, rowStep, columnStep, b, bStep, c, cStep)
    }
}

// MARK: - Products with a transposed factor

extension Kernels {
    /// C += Aᵀ B, the sum of outer products of rows, as gradients with respect to weights are.
    ///
    /// - Parameters:
    ///   - a: shape `[inner, rows]`, with row stride `aStep`.
    ///   - b: shape `[inner, columns]`, with row stride `bStep`.
    ///   - c: shape `[rows, columns]`, with row stride `cStep`.
    @inline(__always)
    func addTransposedProduct(
        rows: Int, columns: Int, inner: Int, _ a: Source<Scalar>, aStep: Int, _ b: Source<Scalar>,
        bStep: Int, addingTo c: Target<Scalar>, cStep: Int
    ) {
        // For small products, arranging the factors takes longer; the bits are the same.
        if isPlain, !canPack || rows * columns * inner < 1 << 12 {
            product(
                rows: rows, columns: columns, inner: inner, a, rowStep: 1, columnStep: aStep, b,
                bStep: bStep, into: c, cStep: cStep)
        } else {
            largeProduct(
                rows: rows, columns: columns, inner: inner, transposingA: true, a, aStep: aStep, b,
                bStep: bStep, addingTo: c, cStep: cStep)
        }
    }
}

// MARK: - Products with a rearranged factor

extension Kernels {
    /// Returns the number of elements of a packed factor.
    func packedCount(_ inner: Int, _ columns: Int) -> Int {
        table.pointee.packed_count?(inner, columns) ?? 0
    }

    /// Packs a factor, given the addresses of its rows.
    func pack(
        _ inner: Int, _ columns: Int, _ rows: [UnsafePointer<Scalar>], into target: Target<Scalar>
    ) {
        table.pointee.pack?(inner, columns, rows.map { UnsafeRawPointer($0) }, target)
    }

    /// Packs a factor, given the addresses of its columns.
    func packTransposed(
        _ inner: Int, _ columns: Int, _ places: [UnsafePointer<Scalar>],
        into target: Target<Scalar>
    ) {
        table.pointee.pack_transposed?(inner, columns, places.map { UnsafeRawPointer($0) }, target)
    }

    /// C += A B, where B is packed.
    @inline(__always)
    func packedProduct(
        rows: Int, columns: Int, inner: Int, _ a: Source<Scalar>, aStep: Int,
        _ packed: Target<Scalar>, into c: Target<Scalar>, cStep: Int
    ) {
        table.pointee.packed_product?(rows, columns, inner, a, aStep, packed, c, cStep)
    }

    /// Adds up the elements of every column, row by row.
    @inline(__always)
    func columnSums(
        rows: Int, columns: Int, _ a: Source<Scalar>, rowStep: Int, addingTo sums: Target<Scalar>
    ) {
        table.pointee.column_sums(rows, columns, a, rowStep, sums)
    }
}

// MARK: - Products of two factors that are used once

extension Kernels {
    /// C += A B, or Aᵀ B, by this processor's kernels, or by OpenBLAS if there are none; plain kernels
    /// yield the bits of `product`.
    ///
    /// The result does not depend on how the rows are divided among threads.
    ///
    /// - Parameters:
    ///   - a: shape `[rows, inner]`, or `[inner, rows]` if it is transposed, with row stride
    ///     `aStep`.
    ///   - b: shape `[inner, columns]`, with row stride `bStep`.
    ///   - c: shape `[rows, columns]`, with row stride `cStep`.
    func largeProduct(
        rows: Int, columns: Int, inner: Int, transposingA: Bool = false, _ a: Source<Scalar>,
        aStep: Int, _ b: Source<Scalar>, bStep: Int, addingTo c: Target<Scalar>, cStep: Int
    ) {
        guard rows > 0, columns > 0, inner > 0 else { return }
        guard canPack else {
            return BLAS.product(
                rows: rows, columns: columns, inner: inner, transposingA: transposingA, a,
                aStep: aStep, b, bStep: bStep, addingTo: c, cStep: cStep)
        }
        let form: Int32 = transposingA ? 1 : 0
        let size = table.pointee.product_room?(columns) ?? 0
        let room = ScalarBuffer<Scalar>(uninitialized: size)
        table.pointee.large_product?(
            form, rows, columns, inner, a, aStep, b, bStep, room.start, c, cStep)
    }

    /// The number of operations per round of `runPeak`, or `nil` without own kernels.
    var peakOperations: Int? {
        table.pointee.peak_operations?()
    }

    /// Performs multiplications and additions at the processor's maximum rate.
    func runPeak(_ rounds: Int) {
        _ = table.pointee.peak?(rounds)
    }
}
