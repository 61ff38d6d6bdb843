/// The lines of some equations in the order in which they can be computed.
///
/// Each line has one operation, whose operands are earlier lines. Following the lines backward, each
/// hands the gradient of its value to those of its operands: that is reverse-mode differentiation.
public struct Recording: Hashable, Sendable {
    /// One line.
    struct Line: Hashable, Sendable {
        /// The operation that makes the value from earlier lines.
        let operation: Operation<Int>

        /// The name that a person has given to the value, or nil.
        let name: String?

        /// Indicates whether the value is the same for all steps and sequences, as weights are.
        let isShared: Bool

        /// Indicates whether the value follows from the input alone, so that it can be computed for
        /// all steps at once.
        let isEarly: Bool

        /// Indicates whether the numbers are learned.
        var isWeight: Bool { if case .weight = operation { true } else { false } }
    }

    /// The name of the equations' type.
    public let name: String

    /// The lines, operands before what is made of them.
    private(set) var lines: [Line] = []

    /// The lines of the weights, in the order of the properties that hold them, then of their reading.
    private var weightLines: [Int] = []

    /// The lines of the results, which are copies that no other line reads.
    private(set) var results: [Int] = []

    /// The plans of the recording as a cost.
    let plans = CostPlans()

    /// Records the terms of some results.
    ///
    /// - Parameters:
    ///   - equations: what has the weights as its properties, which name them.
    ///   - results: the terms of the results.
    init(of equations: any Sendable, results: [Term]) {
        self.init(
            name: "\(type(of: equations))", weights: terms(in: equations), results: results)
    }

    /// Records the terms of some results, whose weights have names.
    init(name: String, weights: [(weight: Term, name: String)], results: [Term]) {
        self.name = name
        var places: [ObjectIdentifier: Int] = [:]
        // Of two properties with one weight, the first names it.
        var names = Dictionary(
            weights.map { (ObjectIdentifier($0.weight.node), $0.name) },
            uniquingKeysWith: { first, _ in first })
        for term in results { add(term, &places, &names) }
        for term in results {
            var source = places[ObjectIdentifier(term.node)] ?? 0
            if lines[source].isShared {
                source = append(.function(.identity, source), isSpread: true)
            }
            self.results.append(append(.function(.identity, source)))
        }
        let declared = weights.compactMap { places[ObjectIdentifier($0.weight.node)] }
        let read = lines.indices.filter { lines[$0].isWeight }
        for line in declared + read where !weightLines.contains(line) { weightLines.append(line) }
    }

    /// Adds a term after everything that it is made of, and each node once.
    private mutating func add(
        _ term: Term, _ places: inout [ObjectIdentifier: Int],
        _ names: inout [ObjectIdentifier: String]
    ) {
        // A list of what is still to be added, in place of calls: a chain of terms may be long.
        var waiting = [term]
        while let next = waiting.last {
            let node = next.node
            let missing = node.operation.operands.filter {
                places[ObjectIdentifier($0.node)] == nil
            }
            guard missing.isEmpty || places[ObjectIdentifier(node)] != nil else {
                waiting += missing.reversed()
                continue
            }
            waiting.removeLast()
            guard places[ObjectIdentifier(node)] == nil else { continue }
            var operation = node.operation.map { places[ObjectIdentifier($0.node)] ?? 0 }
            if case .weight(var declaration) = operation {
                let id = ObjectIdentifier(node)
                // A weight that no property holds is counted.
                declaration.name = names[id] ?? node.name ?? "weight\(names.count + 1)"
                names[id] = declaration.name
                operation = .weight(declaration)
            }
            places[ObjectIdentifier(node)] = append(operation, name: node.name)
        }
    }

    /// Adds a line.
    ///
    /// - Parameter isSpread: whether a shared value becomes one for every sequence.
    private mutating func append(
        _ operation: Operation<Int>, name: String? = nil, isSpread: Bool = false
    ) -> Int {
        let operands = operation.operands
        let isGiven = if case .leaf = operation { true } else { false }
        let isShared = !isGiven && !isSpread && operands.allSatisfy { lines[$0].isShared }
        let isInput = operation == .leaf(.input)
        let isEarly =
            isInput
            || !isGiven && !isShared
                && operands.allSatisfy { lines[$0].isShared || lines[$0].isEarly }
        lines.append(
            Line(operation: operation, name: name, isShared: isShared, isEarly: isEarly))
        return lines.count - 1
    }

    /// The weights, in the order of the properties that hold them, then of their reading.
    var weights: [(line: Int, declaration: WeightDeclaration)] {
        weightLines.compactMap { line in
            guard case .weight(let declaration) = lines[line].operation else { return nil }
            return (line, declaration)
        }
    }

    /// Indicates whether there is a second state.
    var hasMemory: Bool { results.count == 2 }
}

extension Recording: CustomStringConvertible {
    /// The name of the equations.
    public var description: String { name }
}

/// Returns the terms among the properties of a value, and of the values in them, with their names.
private func terms(in equations: any Sendable) -> [(weight: Term, name: String)] {
    var found: [(weight: Term, name: String)] = []
    func collect(_ value: Any, _ path: String, depth: Int) {
        if let term = value as? Term { return found.append((term, path)) }
        guard depth < 8 else { return }
        for (index, child) in Mirror(reflecting: value).children.enumerated() {
            // The storage of a lazy property or of a wrapper has a line before its name, and the
            // elements of a tuple have a dot.
            let label = child.label.map { String($0.drop { $0 == "_" || $0 == "." }) }
            let name = label ?? "\(index)"
            collect(child.value, path.isEmpty ? name : "\(path).\(name)", depth: depth + 1)
        }
    }
    collect(equations, "", depth: 0)
    return found
}
