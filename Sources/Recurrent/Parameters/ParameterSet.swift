/// The parameters of a network, or their gradients, by name and in a fixed order.
public struct ParameterSet<Scalar: RealScalar>: Equatable, Sendable {
    /// The names, in the order of the network.
    public private(set) var names: [String] = []

    /// The tensors, in the order of the names.
    public internal(set) var tensors: [Tensor<Scalar>] = []

    /// Creates an empty set.
    public init() {}

    /// Adds a parameter; the last of several equal names wins.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public mutating func append(_ name: String, _ tensor: Tensor<Scalar>) {
        if let index = names.firstIndex(of: name) {
            tensors[index] = tensor
        } else {
            names.append(name)
            tensors.append(tensor)
        }
    }

    /// The parameter with a name, or `nil` if there is none.
    public subscript(name: String) -> Tensor<Scalar>? {
        names.firstIndex(of: name).map { tensors[$0] }
    }

    /// The total number of elements.
    public var count: Int { tensors.reduce(0) { $0 + $1.elements.count } }

    /// The Euclidean norm of all elements, in double precision.
    public var norm: Double { scaledNorm.value }

    /// The Euclidean norm of all elements to a few units in the last place.
    var plainNorm: Double {
        var sum = 0.0
        for tensor in tensors {
            let norm = tensor.plainNorm
            sum += norm * norm
        }
        // Below and above, squares underflow or overflow.
        return sum > 1e-280 && sum < 1e280 ? sum.squareRoot() : norm
    }

    /// The Euclidean norm of all elements, even if it overflows.
    var scaledNorm: ScaledNorm { ScaledNorm(of: tensors.map { ScaledNorm(of: $0.elements) }) }

    /// Returns the parameter with a name as a matrix.
    ///
    /// - Throws: `RecurrentError` where there is none, or it has more than two dimensions.
    func matrix(_ name: String) throws(RecurrentError) -> Matrix<Scalar> {
        guard let tensor = self[name] else {
            throw .invalidValue(
                name: "the parameter \(name)", value: "missing",
                needed: "one of the given: \(names.joined(separator: ", "))")
        }
        return try tensor.matrix
    }

    /// Returns the parameters whose names have a prefix, which is removed.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func dropping(prefix: String) -> ParameterSet {
        var result = ParameterSet()
        for (name, tensor) in zip(names, tensors) where name.hasPrefix(prefix) {
            result.append(String(name.dropFirst(prefix.count)), tensor)
        }
        return result
    }

    /// Returns the parameters with a prefix added to every name.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func adding(prefix: String) -> ParameterSet {
        var result = ParameterSet()
        for (name, tensor) in zip(names, tensors) { result.append(prefix + name, tensor) }
        return result
    }

    /// Returns the parameters with names transformed by a closure.
    public func renaming(_ rename: (String) -> String) -> ParameterSet {
        var result = ParameterSet()
        for (name, tensor) in zip(names, tensors) { result.append(rename(name), tensor) }
        return result
    }

    /// Returns the parameters with some names, or all for `nil`.
    ///
    /// - Throws: `RecurrentError.invalidValue` for an unknown name.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func keeping(_ chosen: [String]?) throws(RecurrentError) -> ParameterSet {
        guard let chosen else { return self }
        var result = ParameterSet()
        for name in chosen {
            guard let tensor = self[name] else {
                throw .invalidValue(
                    name: "the parameter \(name)", value: "missing",
                    needed: "one of: \(names.joined(separator: ", "))")
            }
            result.append(name, tensor)
        }
        return result
    }

    /// Returns the parameters, with those replaced that occur in another set.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func replacing(_ others: ParameterSet) -> ParameterSet {
        guard names != others.names else { return others }
        var result = self
        result.append(others)
        return result
    }

    /// Adds the parameters of another set.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    mutating func append(_ other: ParameterSet) {
        for (name, tensor) in zip(other.names, other.tensors) { append(name, tensor) }
    }

    /// Throws if a number is not finite, with its location.
    ///
    /// - Parameter kind: the kind of the numbers, such as `gradient`.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func checkFinite(_ kind: String) throws(RecurrentError) {
        for (name, tensor) in zip(names, tensors) where !tensor.isFinite {
            guard let index = tensor.elements.firstIndex(where: { !$0.isFinite }) else { continue }
            throw .nonFinite(
                place: "element \(index) of the \(kind) of \(name)",
                value: "\(tensor.elements[index])")
        }
    }

    /// Throws if an initial parameter is not finite.
    func checkGiven() throws(RecurrentError) {
        do {
            try checkFinite("value")
        } catch {
            guard case .nonFinite(let place, let value) = error else { throw error }
            throw .nonFiniteData(place: place, value: value)
        }
    }

    /// Throws if another set has other names or shapes.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func checkMatches(_ other: ParameterSet, _ operation: String) throws(RecurrentError) {
        guard names == other.names,
            zip(tensors, other.tensors).allSatisfy({ $0.shape == $1.shape })
        else {
            throw .shapeMismatch(operation: operation, needed: summary, given: other.summary)
        }
    }

    /// The names and shapes in the form `W [2, 2], b [2]`.
    var summary: String {
        zip(names, tensors).map { "\($0) \($1.shape)" }.joined(separator: ", ")
    }
}
