/// Numbers in any number of dimensions, row-major: how parameters are named, saved and updated.
public struct Tensor<Scalar: RealScalar>: Equatable, Sendable {
    /// The sizes of the dimensions; empty for a single number.
    public let shape: [Int]

    /// The numbers, the last dimension running fastest.
    public internal(set) var elements: [Scalar]

    /// Makes a tensor of numbers that are known to fill its shape.
    package init(_ shape: [Int], unchecked elements: [Scalar]) {
        self.shape = shape
        self.elements = elements
    }

    /// Makes a tensor.
    ///
    /// - Throws: `RecurrentError.shapeMismatch` where the elements do not fill the shape.
    public init(shape: [Int], elements: [Scalar]) throws(RecurrentError) {
        guard shape.allSatisfy({ $0 >= 0 }), Self.count(of: shape) == elements.count else {
            throw .shapeMismatch(
                operation: "a tensor of shape \(shape)",
                needed: "sizes of at least 0 and as many elements as their product",
                given: "\(elements.count) elements")
        }
        self.init(shape, unchecked: elements)
    }

    /// The product of some sizes; nil where it is more than can be counted.
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

    /// Makes a tensor of two dimensions.
    public init(_ matrix: Matrix<Scalar>) {
        self.init([matrix.rows, matrix.columns], unchecked: matrix.elements)
    }

    /// Makes a tensor of one dimension from a matrix of one column.
    init(column matrix: Matrix<Scalar>) {
        self.init([matrix.elements.count], unchecked: matrix.elements)
    }

    /// The tensor as a matrix: of one column for one dimension, of one element for none.
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
