extension Instruction {
    /// Computes the values of the line for some rows.
    ///
    /// - Parameters:
    ///   - factor: the shared matrix of a product, arranged for it.
    ///   - zero: whether the place of the result may hold something else than zeros.
    @inline(__always)
    func compute<Scalar: RealScalar>(
        _ values: LinePlaces<Scalar>, rows: Range<Int>, factor: RightFactor<Scalar>?,
        kernels: Kernels<Scalar>
    ) {
        switch kind {
        case .function(let function): compute(function, values, rows, kernels)
        case .arithmetic(let sign, let aIsSingle, let bIsSingle):
            compute(sign, aIsSingle, bIsSingle, values, rows)
        case .sharedProduct(let height, let inner):
            let target = values.at(out, rows.lowerBound)
            target.update(repeating: 0, count: rows.count * height)
            factor?.multiply(
                rows: rows.count, values.at(b, rows.lowerBound), aStep: inner, addingTo: target,
                cStep: height)
        case .product(let height, let inner, let columns):
            for row in rows {
                let target = values.at(out, row)
                target.update(repeating: 0, count: count)
                kernels.product(
                    rows: height, columns: columns, inner: inner, values.at(a, row),
                    rowStep: inner, columnStep: 1, values.at(b, row), bStep: columns, into: target,
                    cStep: columns)
            }
        case .transposed(let height, let width):
            for row in rows {
                let (source, target) = (values.at(a, row), values.at(out, row))
                for i in 0..<height {
                    for j in 0..<width { target[j * height + i] = source[i * width + j] }
                }
            }
        case .sum(let inputs, let factor):
            for row in rows {
                let source = values.at(a, row)
                var sum: Scalar = 0
                for index in 0..<inputs { sum += source[index] }
                values.at(out, row)[0] = sum * Scalar(factor)
            }
        case .part(let start):
            for row in rows {
                values.at(out, row).update(from: values.at(a, row) + start, count: count)
            }
        case .stacked(let first):
            for row in rows {
                let target = values.at(out, row)
                target.update(from: values.at(a, row), count: first)
                (target + first).update(from: values.at(b, row), count: count - first)
            }
        case .softmax:
            for row in rows {
                kernels.softmax(
                    rows: 1, columns: count, values.at(a, row), into: values.at(out, row))
            }
        }
    }

    /// Computes a function of every element.
    @inline(__always)
    private func compute<Scalar: RealScalar>(
        _ function: ElementaryFunction, _ values: LinePlaces<Scalar>, _ rows: Range<Int>,
        _ kernels: Kernels<Scalar>
    ) {
        // A shared operand is the same for every row, so rows are taken one by one.
        let isTogether = values.strides[a] == values.strides[out]
        let runs = isTogether ? rows.lowerBound..<rows.lowerBound + 1 : rows
        let size = isTogether ? rows.count * count : count
        for row in runs {
            let (source, target) = (values.at(a, row), values.at(out, row))
            if function == .identity {
                target.update(from: source, count: size)
            } else if let activation = function.activation {
                kernels.activate(activation, size, source, into: target)
            } else {
                for index in 0..<size { target[index] = function.value(source[index]) }
            }
        }
    }

    /// Combines the elements of two operands.
    @inline(__always)
    private func compute<Scalar: RealScalar>(
        _ sign: Arithmetic, _ aIsSingle: Bool, _ bIsSingle: Bool, _ values: LinePlaces<Scalar>,
        _ rows: Range<Int>
    ) {
        func combine(_ combination: (Scalar, Scalar) -> Scalar) {
            let width = values.strides[out]
            let areColumns = count == 1 || !aIsSingle && !bIsSingle
            if areColumns, values.strides[a] == width, values.strides[b] == width {
                // All rows lie side by side.
                let (left, right) = (values.at(a, rows.lowerBound), values.at(b, rows.lowerBound))
                let target = values.at(out, rows.lowerBound)
                for index in 0..<rows.count * count {
                    target[index] = combination(left[index], right[index])
                }
                return
            }
            for row in rows {
                let (left, right, target) = (
                    values.at(a, row), values.at(b, row), values.at(out, row)
                )
                if aIsSingle {
                    let number = left[0]
                    for index in 0..<count {
                        target[index] = combination(number, bIsSingle ? right[0] : right[index])
                    }
                } else if bIsSingle {
                    let number = right[0]
                    for index in 0..<count { target[index] = combination(left[index], number) }
                } else {
                    for index in 0..<count {
                        target[index] = combination(left[index], right[index])
                    }
                }
            }
        }
        switch sign {
        case .plus: combine { $0 + $1 }
        case .minus: combine { $0 - $1 }
        case .times: combine { $0 * $1 }
        case .over: combine { $0 / $1 }
        }
    }
}
