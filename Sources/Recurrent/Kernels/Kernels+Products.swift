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
        if isDouble {
            double.pointee.product(
                rows, columns, inner, reading(a), rowStep, columnStep, reading(b), bStep, d(c),
                cStep)
        } else {
            single.pointee.product(
                rows, columns, inner, readingSingle(a), rowStep, columnStep, readingSingle(b),
                bStep, s(c), cStep)
        }
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
        if isPlain {
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
        isDouble
            ? double.pointee.packed_count?(inner, columns) ?? 0
            : single.pointee.packed_count?(inner, columns) ?? 0
    }

    /// Packs a factor, given the addresses of its rows.
    func pack(
        _ inner: Int, _ columns: Int, _ rows: [UnsafePointer<Scalar>], into target: Target<Scalar>
    ) {
        if isDouble {
            double.pointee.pack?(inner, columns, rows.map { reading($0) }, d(target))
        } else {
            single.pointee.pack?(inner, columns, rows.map { readingSingle($0) }, s(target))
        }
    }

    /// Packs a factor, given the addresses of its columns.
    func packTransposed(
        _ inner: Int, _ columns: Int, _ places: [UnsafePointer<Scalar>],
        into target: Target<Scalar>
    ) {
        if isDouble {
            double.pointee.pack_transposed?(inner, columns, places.map { reading($0) }, d(target))
        } else {
            single.pointee.pack_transposed?(
                inner, columns, places.map { readingSingle($0) }, s(target))
        }
    }

    /// C += A B, where B is packed.
    @inline(__always)
    func packedProduct(
        rows: Int, columns: Int, inner: Int, _ a: Source<Scalar>, aStep: Int,
        _ packed: Target<Scalar>, into c: Target<Scalar>, cStep: Int
    ) {
        if isDouble {
            double.pointee.packed_product?(
                rows, columns, inner, reading(a), aStep, d(packed), d(c), cStep)
        } else {
            single.pointee.packed_product?(
                rows, columns, inner, readingSingle(a), aStep, s(packed), s(c), cStep)
        }
    }

    /// Adds up the elements of every column, row by row.
    @inline(__always)
    func columnSums(
        rows: Int, columns: Int, _ a: Source<Scalar>, rowStep: Int, addingTo sums: Target<Scalar>
    ) {
        if isDouble {
            double.pointee.column_sums(rows, columns, reading(a), rowStep, d(sums))
        } else {
            single.pointee.column_sums(rows, columns, readingSingle(a), rowStep, s(sums))
        }
    }
}

// MARK: - Products of two factors that are used once

extension Kernels {
    /// C += A B, or Aᵀ B, by this processor's kernels, or by OpenBLAS if there are none.
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
        let size =
            isDouble
            ? double.pointee.product_room?(columns) ?? 0
            : single.pointee.product_room?(columns) ?? 0
        let room = ScalarBuffer<Scalar>(uninitialized: size)
        if isDouble {
            double.pointee.large_product?(
                form, rows, columns, inner, reading(a), aStep, reading(b), bStep, d(room.start),
                d(c), cStep)
        } else {
            single.pointee.large_product?(
                form, rows, columns, inner, readingSingle(a), aStep, readingSingle(b), bStep,
                s(room.start), s(c), cStep)
        }
    }

    /// The number of operations per round of `runPeak`, or `nil` without own kernels.
    var peakOperations: Int? {
        isDouble ? double.pointee.peak_operations?() : single.pointee.peak_operations?()
    }

    /// Performs multiplications and additions at the processor's maximum rate.
    func runPeak(_ rounds: Int) {
        _ = isDouble ? double.pointee.peak?(rounds) : single.pointee.peak?(rounds)
    }
}
