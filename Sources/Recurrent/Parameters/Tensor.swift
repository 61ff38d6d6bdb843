/// Numbers in any number of dimensions, row-major, as used for named, stored and updated
/// parameters.
public struct Tensor<Scalar: RealScalar>: Equatable, Sendable {
    /// The sizes of the dimensions; empty for a single number.
    public let shape: [Int]

    /// The elements, with the last dimension varying fastest.
    public internal(set) var elements: [Scalar]

    /// Creates a tensor from elements that are known to match its shape.
    package init(_ shape: [Int], unchecked elements: [Scalar]) {
        self.shape = shape
        self.elements = elements
    }

    /// Creates a tensor.
    ///
    /// - Throws: `RecurrentError.shapeMismatch` if the number of elements does not match the shape.
    public init(shape: [Int], elements: [Scalar]) throws(RecurrentError) {
        guard shape.allSatisfy({ $0 >= 0 }), Self.count(of: shape) == elements.count else {
            throw .shapeMismatch(
                operation: "a tensor of shape \(shape)",
                needed: "sizes of at least 0 and as many elements as their product",
                given: "\(elements.count) elements")
        }
        self.init(shape, unchecked: elements)
    }

    /// Returns the product of sizes, or `nil` if it overflows.
    private static func count(of shape: [Int]) -> Int? {
        guard !shape.contains(0) else { return 0 }
        var count = 1
        for size in shape {
            let (product, overflows) = count.multipliedReportingOverflow(by: size)
            guard !overflows else { return nil }
            count = product
        }
        return count
    }

    /// Creates a tensor of two dimensions.
    public init(_ matrix: Matrix<Scalar>) {
        self.init([matrix.rows, matrix.columns], unchecked: matrix.elements)
    }

    /// Creates a tensor of one dimension from a matrix of one column.
    init(column matrix: Matrix<Scalar>) {
        self.init([matrix.elements.count], unchecked: matrix.elements)
    }

    /// The tensor as a matrix: with one column for one dimension, with one element for none.
    ///
    /// - Throws: `RecurrentError.shapeMismatch` for more than two dimensions.
    public var matrix: Matrix<Scalar> {
        get throws(RecurrentError) {
            switch shape.count {
            case 0, 1: return Matrix(Shape(elements.count, 1), unchecked: elements)
            case 2: return Matrix(Shape(shape[0], shape[1]), unchecked: elements)
            default:
                throw .shapeMismatch(
                    operation: "a matrix", needed: "a tensor of at most two dimensions",
                    given: "\(shape)")
            }
        }
    }
}
