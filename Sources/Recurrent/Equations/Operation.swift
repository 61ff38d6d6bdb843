/// The operation of one line of an equation: a given value, or a value made of others.
///
/// In a `Term`, operands are terms; in a recording, they are the numbers of earlier lines.
enum Operation<Operand> {
    /// A value that every step is given.
    case leaf(Leaf)
    /// Numbers that are learned.
    case weight(WeightDeclaration)
    /// Numbers that never change.
    case constant(Shape, [Double])
    /// A function of every element.
    case function(ElementaryFunction, Operand)
    /// Two values combined element by element; a single number meets every element of the other.
    case arithmetic(Arithmetic, Operand, Operand)
    /// The matrix product; a single number multiplies every element of the other.
    case product(Operand, Operand)
    /// Rows and columns exchanged.
    case transposed(Operand)
    /// The sum of all elements.
    case sum(Operand)
    /// The mean of all elements.
    case mean(Operand)
    /// One of several equal parts of the rows, counted from 0.
    case part(Operand, Int, of: Int)
    /// The rows of one value above those of another.
    case stacked(Operand, Operand)
    /// exp(a) over the sum of all exp(a).
    case softmax(Operand)
}

extension Operation: Equatable where Operand: Equatable {}
extension Operation: Hashable where Operand: Hashable {}
extension Operation: Sendable where Operand: Sendable {}

extension Operation {
    /// The values that the operation reads.
    var operands: [Operand] {
        switch self {
        case .leaf, .weight, .constant: []
        case .function(_, let a), .transposed(let a), .sum(let a), .mean(let a), .part(let a, _, _),
            .softmax(let a):
            [a]
        case .arithmetic(_, let a, let b), .product(let a, let b), .stacked(let a, let b): [a, b]
        }
    }

    /// Returns the same operation on other operands.
    func map<Other>(_ transform: (Operand) -> Other) -> Operation<Other> {
        switch self {
        case .leaf(let leaf): .leaf(leaf)
        case .weight(let weight): .weight(weight)
        case .constant(let shape, let elements): .constant(shape, elements)
        case .function(let function, let a): .function(function, transform(a))
        case .arithmetic(let sign, let a, let b): .arithmetic(sign, transform(a), transform(b))
        case .product(let a, let b): .product(transform(a), transform(b))
        case .transposed(let a): .transposed(transform(a))
        case .sum(let a): .sum(transform(a))
        case .mean(let a): .mean(transform(a))
        case .part(let a, let index, let count): .part(transform(a), index, of: count)
        case .stacked(let a, let b): .stacked(transform(a), transform(b))
        case .softmax(let a): .softmax(transform(a))
        }
    }
}
