/// The parameters of a network, or their gradients, by name and in a fixed order.
public struct ParameterSet<Scalar: RealScalar>: Equatable, Sendable {
    /// The names, in the order of the network.
    public private(set) var names: [String] = []

    /// The numbers, in the order of the names.
    public internal(set) var tensors: [Tensor<Scalar>] = []

    /// Makes an empty set.
    public init() {}

    /// Adds a parameter; of equal names the last one counts.
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

    /// The parameter with a name; nil where there is none.
    public subscript(name: String) -> Tensor<Scalar>? {
        names.firstIndex(of: name).map { tensors[$0] }
    }

    /// How many numbers there are in all.
    public var count: Int { tensors.reduce(0) { $0 + $1.elements.count } }

    /// The square root of the sum of all squares, in double precision.
    public var norm: Double { scaledNorm.value }

    /// The square root of the sum of all squares, also where that is beyond the largest number.
    var scaledNorm: ScaledNorm { ScaledNorm(of: tensors.map { ScaledNorm(of: $0.elements) }) }

    /// Returns the parameters whose names begin with a prefix, without it.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func dropping(prefix: String) -> ParameterSet {
        var result = ParameterSet()
        for (name, tensor) in zip(names, tensors) where name.hasPrefix(prefix) {
            result.append(String(name.dropFirst(prefix.count)), tensor)
        }
        return result
    }

    /// Returns the parameters with a prefix before every name.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func adding(prefix: String) -> ParameterSet {
        var result = ParameterSet()
        for (name, tensor) in zip(names, tensors) { result.append(prefix + name, tensor) }
        return result
    }

    /// Returns the parameters with names from a function of the old ones.
    public func renaming(_ rename: (String) -> String) -> ParameterSet {
        var result = ParameterSet()
        for (name, tensor) in zip(names, tensors) { result.append(rename(name), tensor) }
        return result
    }

    /// Returns the parameters with some names; nil for all.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a name that there is not.
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

    /// Returns the parameters with those of another set in the place of their namesakes.
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

    /// Throws where a number is not finite, with its name and place.
    ///
    /// - Parameter kind: what the numbers are, such as `gradient`.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public func checkFinite(_ kind: String) throws(RecurrentError) {
        for (name, tensor) in zip(names, tensors) {
            guard let index = tensor.elements.firstIndex(where: { !$0.isFinite }) else { continue }
            throw .nonFinite(
                place: "element \(index) of the \(kind) of \(name)",
                value: "\(tensor.elements[index])")
        }
    }

    /// Throws where a number that training begins with is not finite.
    func checkGiven() throws(RecurrentError) {
        do {
            try checkFinite("value")
        } catch {
            guard case .nonFinite(let place, let value) = error else { throw error }
            throw .nonFiniteData(place: place, value: value)
        }
    }

    /// Throws where another set has other names or shapes.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func checkMatches(_ other: ParameterSet, _ operation: String) throws(RecurrentError) {
        guard names == other.names,
            zip(tensors, other.tensors).allSatisfy({ $0.shape == $1.shape })
        else {
            throw .shapeMismatch(operation: operation, needed: summary, given: other.summary)
        }
    }

    /// Names and shapes, as in `W [2, 2], b [2]`.
    var summary: String {
        zip(names, tensors).map { "\($0) \($1.shape)" }.joined(separator: ", ")
    }
}
