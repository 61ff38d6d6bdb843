/// The computation of one line, with everything about shapes decided.
struct Instruction: Sendable, Equatable {
    /// The computations with the operands, whose lines are `a` and `b`.
    enum Kind: Sendable, Equatable {
        /// A function of each of `count` elements.
        case function(ElementaryFunction)
        /// Elements combined; an operand that is a single number is read again and again.
        case arithmetic(Arithmetic, aIsSingle: Bool, bIsSingle: Bool)
        /// A shared matrix times a column of every sequence.
        case sharedProduct(rows: Int, inner: Int)
        /// Any other matrix product.
        case product(rows: Int, inner: Int, columns: Int)
        /// Rows and columns exchanged.
        case transposed(rows: Int, columns: Int)
        /// The elements of the first operand, added up and multiplied by a number.
        case sum(inputs: Int, factor: Double)
        /// Elements of the first operand from one on.
        case part(start: Int)
        /// The elements of the first operand, then those of the second.
        case stacked(first: Int)
        /// exp(a) over its sum.
        case softmax
    }

    /// The computation.
    let kind: Kind

    /// The line that is computed.
    let out: Int

    /// The line of the first operand.
    let a: Int

    /// The line of the second operand; the first again where there is none.
    let b: Int

    /// The number of elements of the value for one sequence.
    let count: Int

    /// The multiplications of a matrix product for one sequence.
    var work: Int {
        switch kind {
        case .sharedProduct(let rows, let inner): rows * inner
        case .product(let rows, let inner, let columns): rows * inner * columns
        default: 0
        }
    }

    /// Makes the instruction of a line; nil for a line that is given.
    init?(_ line: Int, of recording: Recording, _ shapes: [Shape]) {
        let operation = recording.lines[line].operation
        guard let a = operation.operands.first else { return nil }
        let b = operation.operands.last ?? a
        let (left, right) = (shapes[a], shapes[b])
        out = line
        self.a = a
        self.b = b
        count = shapes[line].count
        let (aIsSingle, bIsSingle) = (left.count == 1, right.count == 1)
        switch operation {
        case .leaf, .weight, .constant: return nil
        case .function(let function, _): kind = .function(function)
        case .arithmetic(let sign, _, _):
            kind = .arithmetic(sign, aIsSingle: aIsSingle, bIsSingle: bIsSingle)
        case .product where aIsSingle || bIsSingle:
            kind = .arithmetic(.times, aIsSingle: aIsSingle, bIsSingle: bIsSingle)
        case .product:
            let isShared = recording.lines[a].isShared && !recording.lines[b].isShared
            kind =
                isShared && right.columns == 1
                ? .sharedProduct(rows: left.rows, inner: left.columns)
                : .product(rows: left.rows, inner: left.columns, columns: right.columns)
        case .transposed: kind = .transposed(rows: left.rows, columns: left.columns)
        case .sum: kind = .sum(inputs: left.count, factor: 1)
        case .mean: kind = .sum(inputs: left.count, factor: 1 / Double(left.count))
        case .part(_, let index, let parts):
            kind = .part(start: index * (left.count / parts))
        case .stacked: kind = .stacked(first: left.count)
        case .softmax: kind = .softmax
        }
    }
}
