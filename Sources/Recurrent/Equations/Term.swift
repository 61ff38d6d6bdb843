/// A part of an equation: an input, a state, a weight, a number, or what an operation makes of others.
///
/// A term has no numbers in it. The equations of a cell are asked once for the terms of the new state;
/// these are recorded, and the recording is replayed for every step and followed back for gradients.
/// All vectors are columns: an input has the shape `[D, 1]`, a state `[H, 1]`.
public struct Term: Sendable {
    /// The node that makes the values of the term.
    let node: Node

    /// An operation with its own identity: the same node is computed once, wherever it is read.
    final class Node: Sendable {
        /// The operation that makes the values.
        let operation: Operation<Term>

        /// The name that a person has given to the term, or nil.
        let name: String?

        /// Makes a node.
        init(_ operation: Operation<Term>, name: String? = nil) {
            self.operation = operation
            self.name = name
        }
    }

    /// Makes the term of an operation.
    init(_ operation: Operation<Term>) { node = Node(operation) }

    /// Takes a node.
    private init(node: Node) { self.node = node }

    /// Makes a number that never changes.
    public init(_ number: Double) { self.init(.constant(Shape(1, 1), [number])) }

    /// Makes a matrix that never changes.
    @_disfavoredOverload
    public init(_ matrix: Matrix<Double>) { self.init(.constant(matrix.shape, matrix.elements)) }

    /// Returns the same term with a name, under which a pass tells its values at every step, as in
    /// `let z = σ(W • x + b).named("z")`.
    public func named(_ name: String) -> Term { Term(node: Node(node.operation, name: name)) }
}
