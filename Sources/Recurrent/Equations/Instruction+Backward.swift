/// Which operands the gradient of a line is handed to.
enum Recipients: Sendable {
    /// Those with a value for every sequence and step: on the way back through the steps.
    case sequences
    /// Those that all sequences and steps share: once, for all rows that count.
    case shared
}

extension Instruction {
    /// Hands the gradient of the line's value on to its operands, for some rows.
    ///
    /// With v = f(a, b), the gradient of a grows by (∂v/∂a)ᵀ times that of v: one rule for each kind.
    ///
    /// - Parameters:
    ///   - recipients: which of the operands are handed something.
    ///   - factor: the shared matrix of a product, arranged for it.
    @inline(__always)
    func handBack<Scalar: RealScalar>(
        _ values: LinePlaces<Scalar>, _ gradients: LinePlaces<Scalar>, rows: Range<Int>,
        to recipients: Recipients, factor: RightFactor<Scalar>?, kernels: Kernels<Scalar>
    ) {
        let toA = (gradients.strides[a] == 0) == (recipients == .shared)
        let toB = (gradients.strides[b] == 0) == (recipients == .shared)
        guard toA || toB else { return }
        switch kind {
        case .function(let function): handBack(function, values, gradients, rows, toA)
        case .arithmetic(let sign, let aIsSingle, let bIsSingle):
            if toA {
                handBack(
                    sign, to: a, isFirst: true, aIsSingle, bIsSingle, values, gradients, rows)
            }
            if toB {
                handBack(
                    sign, to: b, isFirst: false, aIsSingle, bIsSingle, values, gradients, rows)
            }
        case .sharedProduct(let height, let inner):
            let upper = gradients.at(out, rows.lowerBound)
            if toB {
                factor?.multiply(
                    rows: rows.count, upper, aStep: height,
                    addingTo: gradients.at(b, rows.lowerBound), cStep: inner)
            }
            if toA {
                // One product for all rows: Σ δ vᵀ.
                kernels.addTransposedProduct(
                    rows: height, columns: inner, inner: rows.count, upper, aStep: height,
                    values.at(b, rows.lowerBound), bStep: inner, addingTo: gradients.at(a, 0),
                    cStep: inner)
            }
        case .product(let height, let inner, let columns):
            for row in rows {
                let upper = gradients.at(out, row)
                if toA {
                    addProduct(
                        upper, values.at(b, row), into: gradients.at(a, row), height, columns, inner
                    )
                }
                if toB {
                    kernels.product(
                        rows: inner, columns: columns, inner: height, values.at(a, row), rowStep: 1,
                        columnStep: inner, upper, bStep: columns, into: gradients.at(b, row),
                        cStep: columns)
                }
            }
        case .transposed(let height, let width):
            guard toA else { return }
            for row in rows {
                let (target, upper) = (gradients.at(a, row), gradients.at(out, row))
                for i in 0..<height {
                    for j in 0..<width { target[i * width + j] += upper[j * height + i] }
                }
            }
        case .sum(let inputs, let factor):
            guard toA else { return }
            for row in rows {
                let target = gradients.at(a, row)
                let share = gradients.at(out, row)[0] * Scalar(factor)
                for index in 0..<inputs { target[index] += share }
            }
        case .part(let start):
            guard toA else { return }
            for row in rows { add(gradients.at(out, row), to: gradients.at(a, row) + start, count) }
        case .stacked(let first):
            for row in rows {
                let upper = gradients.at(out, row)
                if toA { add(upper, to: gradients.at(a, row), first) }
                if toB { add(upper + first, to: gradients.at(b, row), count - first) }
            }
        case .softmax:
            guard toA else { return }
            for row in rows {
                let (value, upper) = (values.at(out, row), gradients.at(out, row))
                var mean: Scalar = 0
                for index in 0..<count { mean += value[index] * upper[index] }
                let target = gradients.at(a, row)
                for index in 0..<count { target[index] += value[index] * (upper[index] - mean) }
            }
        }
    }

    /// Hands back through a function: the gradient times the slope.
    @inline(__always)
    private func handBack<Scalar: RealScalar>(
        _ function: ElementaryFunction, _ values: LinePlaces<Scalar>,
        _ gradients: LinePlaces<Scalar>, _ rows: Range<Int>, _ toA: Bool
    ) {
        guard toA else { return }
        let isTogether = values.strides[a] == values.strides[out]
        let size = isTogether ? rows.count * count : count
        for row in isTogether ? rows.lowerBound..<rows.lowerBound + 1 : rows {
            let (target, upper) = (gradients.at(a, row), gradients.at(out, row))
            let (source, value) = (values.at(a, row), values.at(out, row))
            switch function {
            case .identity: for index in 0..<size { target[index] += upper[index] }
            case .tanh:
                for index in 0..<size {
                    target[index] += upper[index] * (1 - value[index] * value[index])
                }
            case .sigmoid:
                for index in 0..<size {
                    target[index] += upper[index] * (value[index] * (1 - value[index]))
                }
            default:
                for index in 0..<size {
                    target[index] +=
                        upper[index] * function.slope(at: source[index], value: value[index])
                }
            }
        }
    }

    /// Hands back through a calculation to one of its two operands.
    @inline(__always)
    private func handBack<Scalar: RealScalar>(
        _ sign: Arithmetic, to line: Int, isFirst: Bool, _ aIsSingle: Bool, _ bIsSingle: Bool,
        _ values: LinePlaces<Scalar>, _ gradients: LinePlaces<Scalar>, _ rows: Range<Int>
    ) {
        let isSingle = (isFirst ? aIsSingle : bIsSingle) && count > 1
        func add(_ slope: (Scalar, Scalar) -> Scalar) {
            let width = values.strides[out]
            let areColumns = count == 1 || !aIsSingle && !bIsSingle
            let areTogether =
                areColumns && values.strides[a] == width && values.strides[b] == width
            let size = areTogether ? rows.count * count : count
            for row in areTogether ? rows.lowerBound..<rows.lowerBound + 1 : rows {
                let (target, upper) = (gradients.at(line, row), gradients.at(out, row))
                let (left, right) = (values.at(a, row), values.at(b, row))
                if isSingle {
                    var sum: Scalar = 0
                    for index in 0..<size {
                        sum +=
                            upper[index]
                            * slope(left[aIsSingle ? 0 : index], right[bIsSingle ? 0 : index])
                    }
                    target[0] += sum
                } else if aIsSingle || bIsSingle {
                    for index in 0..<size {
                        target[index] +=
                            upper[index]
                            * slope(left[aIsSingle ? 0 : index], right[bIsSingle ? 0 : index])
                    }
                } else {
                    for index in 0..<size {
                        target[index] += upper[index] * slope(left[index], right[index])
                    }
                }
            }
        }
        switch (sign, isFirst) {
        case (.plus, _), (.minus, true): add { _, _ in 1 }
        case (.minus, false): add { _, _ in -1 }
        case (.times, true): add { _, b in b }
        case (.times, false): add { a, _ in a }
        case (.over, true): add { _, b in 1 / b }
        case (.over, false): add { a, b in -a / (b * b) }
        }
    }

    /// Adds δ bᵀ to a matrix: its rows and those of b have `columns` numbers in common.
    @inline(__always)
    private func addProduct<Scalar: RealScalar>(
        _ upper: Target<Scalar>, _ right: Target<Scalar>, into target: Target<Scalar>,
        _ height: Int, _ columns: Int, _ inner: Int
    ) {
        for i in 0..<height {
            for k in 0..<inner {
                var sum: Scalar = 0
                for j in 0..<columns { sum += upper[i * columns + j] * right[k * columns + j] }
                target[i * inner + k] += sum
            }
        }
    }

    /// Adds some numbers to others.
    @inline(__always)
    private func add<Scalar: RealScalar>(
        _ source: Target<Scalar>, to target: Target<Scalar>, _ count: Int
    ) {
        for index in 0..<count { target[index] += source[index] }
    }
}
