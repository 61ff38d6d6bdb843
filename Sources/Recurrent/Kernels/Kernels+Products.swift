internal import CVectorKernels

extension Kernels {
    /// C += A B by plain loops, each element's terms in the order of the inner index.
    ///
    /// - Parameters:
    ///   - a: shape `[rows, inner]`, with any two strides.
    ///   - b: shape `[inner, columns]`, rows `bStep` apart.
    ///   - c: shape `[rows, columns]`, rows `cStep` apart.
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

// MARK: - Products with a rearranged factor

extension Kernels {
    /// How many numbers a rearranged factor takes.
    func packedCount(_ inner: Int, _ columns: Int) -> Int {
        isDouble
            ? double.pointee.packed_count?(inner, columns) ?? 0
            : single.pointee.packed_count?(inner, columns) ?? 0
    }

    /// Rearranges a factor, given where its rows are.
    func pack(
        _ inner: Int, _ columns: Int, _ rows: [UnsafePointer<Scalar>], into target: Target<Scalar>
    ) {
        if isDouble {
            double.pointee.pack?(inner, columns, rows.map { reading($0) }, d(target))
        } else {
            single.pointee.pack?(inner, columns, rows.map { readingSingle($0) }, s(target))
        }
    }

    /// Rearranges a factor, given where its columns are.
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

    /// C += A B, where B was rearranged.
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

    /// Adds the elements of every column, one row after another.
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
    /// C += A B, or Aᵀ B, by this processor's kernels; by the library where there are none.
    ///
    /// The result does not depend on how rows are shared out among threads.
    ///
    /// - Parameters:
    ///   - a: shape `[rows, inner]`, or `[inner, rows]` where it is transposed, rows `aStep` apart.
    ///   - b: shape `[inner, columns]`, rows `bStep` apart.
    ///   - c: shape `[rows, columns]`, rows `cStep` apart.
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

    /// How many operations a round of `runPeak` has; nil without kernels of its own.
    var peakOperations: Int? {
        isDouble ? double.pointee.peak_operations?() : single.pointee.peak_operations?()
    }

    /// Multiplies and adds as fast as the processor can.
    func runPeak(_ rounds: Int) {
        _ = isDouble ? double.pointee.peak?(rounds) : single.pointee.peak?(rounds)
    }
}
