/// A matrix of numbers in row-major order, with value semantics.
///
/// Vectors are matrices with one column. Operations check shapes and throw an error that names
/// both.
///
/// ```swift
/// let W: Matrix<Double> = [[0.5, -0.25], [0.1, 0.9]]
/// let z = try W * [[1], [2]]
/// ```
public struct Matrix<Scalar: RealScalar>: Equatable, Sendable {
    /// The number of rows and columns.
    public let shape: Shape

    /// The elements in row-major order.
    public internal(set) var elements: [Scalar]

    /// Creates a matrix from elements that are known to match the shape.
    init(_ shape: Shape, unchecked elements: [Scalar]) {
        assert(elements.count == shape.count)
        self.shape = shape
        self.elements = elements
    }

    /// The number of rows.
    public var rows: Int { shape.rows }

    /// The number of columns.
    public var columns: Int { shape.columns }

    /// The element in a row and a column, both counted from 0.
    ///
    /// - Precondition: the position is inside the shape, as with an array's subscript.
    public subscript(row: Int, column: Int) -> Scalar {
        get {
            checkPlace(row, column)
            return elements[row * shape.columns + column]
        }
        set {
            checkPlace(row, column)
            elements[row * shape.columns + column] = newValue
        }
    }

    /// Traps with the position and the shape if the position is outside of it.
    private func checkPlace(_ row: Int, _ column: Int) {
        guard row >= 0, row < shape.rows, column >= 0, column < shape.columns else {
            // Unlike a precondition, it is explained in a release build as well.
            fatalError(
                "Index out of range: there is no element [\(row), \(column)] in a matrix of shape "
                    + "\(shape)")
        }
    }
}

// MARK: - Making matrices

extension Matrix {
    /// Creates a matrix from its elements in row-major order.
    ///
    /// - Throws: `RecurrentError.shapeMismatch` if the number of elements does not match the shape,
    ///   and `.invalidValue` for a negative size.
    public init(rows: Int, columns: Int, elements: [Scalar]) throws(RecurrentError) {
        let shape = try Shape(checking: rows, columns)
        guard elements.count == shape.count else {
            throw .shapeMismatch(
                operation: "a matrix of shape \(shape)", needed: "\(shape.count) elements",
                given: "\(elements.count)")
        }
        self.init(shape, unchecked: elements)
    }

    /// Creates a matrix from its rows.
    ///
    /// - Throws: `RecurrentError.shapeMismatch` if rows differ in length.
    public init(_ rows: [[Scalar]]) throws(RecurrentError) {
        let columns = rows.first?.count ?? 0
        for (index, row) in rows.enumerated() where row.count != columns {
            throw .shapeMismatch(
                operation: "a matrix", needed: "rows of one length; row 0 has \(columns) columns",
                given: "\(row.count) in row \(index)")
        }
        self.init(Shape(rows.count, columns), unchecked: rows.flatMap { $0 })
    }

    /// Creates a matrix with the same number everywhere.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a negative size, or one that exceeds the
    ///   machine's memory.
    public init(rows: Int, columns: Int, repeating value: Scalar) throws(RecurrentError) {
        let shape = try Shape(checking: rows, columns)
        self.init(shape, unchecked: Array(repeating: value, count: shape.count))
    }

    /// Returns a matrix of zeros.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a negative size, or one that exceeds the
    ///   machine's memory.
    public static func zeros(_ rows: Int, _ columns: Int) throws(RecurrentError) -> Matrix {
        try Matrix(rows: rows, columns: columns, repeating: 0)
    }

    /// Returns a matrix of zeros of a valid shape.
    static func zeros(_ shape: Shape) -> Matrix {
        Matrix(shape, unchecked: Array(repeating: 0, count: shape.count))
    }

    /// Returns the identity matrix.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a negative size, or one that exceeds the
    ///   machine's memory.
    public static func identity(_ size: Int) throws(RecurrentError) -> Matrix {
        try diagonal(Array(repeating: 1, count: Shape(checking: size, size).rows))
    }

    /// Returns the diagonal matrix with the given numbers.
    public static func diagonal(_ numbers: [Scalar]) -> Matrix {
        var matrix = Matrix.zeros(Shape(numbers.count, numbers.count))
        for (index, number) in numbers.enumerated() { matrix[index, index] = number }
        return matrix
    }

    /// Returns a matrix of one column.
    public static func column(_ numbers: [Scalar]) -> Matrix {
        Matrix(Shape(numbers.count, 1), unchecked: numbers)
    }

    /// Returns a matrix of one row.
    public static func row(_ numbers: [Scalar]) -> Matrix {
        Matrix(Shape(1, numbers.count), unchecked: numbers)
    }
}

extension Shape {
    /// Creates a shape from sizes of unknown origin.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a negative size, and for more elements than fit
    ///   the machine's memory.
    init(checking rows: Int, _ columns: Int) throws(RecurrentError) {
        guard rows >= 0, columns >= 0 else {
            throw .invalidValue(
                name: "the shape of a matrix", value: "[\(rows), \(columns)]",
                needed: "two sizes of at least 0")
        }
        self.init(rows, columns)
        try MachineMemory.check("a matrix of shape \(self)", sizes: [rows, columns])
    }
}
