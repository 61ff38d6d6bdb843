/// Shows what a closure returns for each position of a slider over numbers.
///
/// For example:
///
/// ```swift
/// explore("W", 0.1...2.0) { W in Table { Column("W to the tenth", [power(W, 10)]) } }
/// ```
///
/// - Parameters:
///   - name: what is turned.
///   - range: the least and the greatest number.
///   - step: the distance of neighbors; nil for a round one that makes about twenty positions.
///   - start: where the slider stands at first; nil for the middle.
///   - isLogarithmic: whether positions are 1, 2 and 5 times powers of ten.
///   - frame: returns what is shown: a figure, a table or anything else, or several as a tuple or an
///     array. An error is shown at the position at which it is thrown.
public func explore<Shown>(
    _ name: String, _ range: ClosedRange<Double>, step: Double? = nil, start: Double? = nil,
    isLogarithmic: Bool = false, frame: @escaping (Double) throws -> Shown
) -> Exploration {
    explore(
        Knob(name, range, step: step, start: start, isLogarithmic: isLogarithmic), frame: frame)
}

/// Shows what a closure returns for each position of a slider over whole numbers.
///
/// - Parameters:
///   - name: what is turned.
///   - range: the least and the greatest number.
///   - step: the distance of neighbors; nil for a round one that makes at most 25 positions.
///   - start: where the slider stands at first; nil for the middle.
///   - frame: returns what is shown.
public func explore<Shown>(
    _ name: String, _ range: ClosedRange<Int>, step: Int? = nil, start: Int? = nil,
    frame: @escaping (Int) throws -> Shown
) -> Exploration {
    explore(Knob(name, range, step: step, start: start), frame: frame)
}

/// Shows what a closure returns for each of several values.
///
/// - Parameters:
///   - name: what is chosen.
///   - values: what there is to choose from.
///   - start: the place of what is chosen at first, counted from 0.
///   - frame: returns what is shown.
public func explore<Value, Shown>(
    _ name: String, _ values: [Value], start: Int = 0,
    frame: @escaping (Value) throws -> Shown
) -> Exploration {
    explore(Knob(name, values, start: start), frame: frame)
}

/// Shows what a closure returns for each of several values that have names.
///
/// For example:
///
/// ```swift
/// explore("rule", ["none": Clipping.none, "norm": .globalNorm(limit: 1)]) { rule in
///     try ClipComparison([3, -4], rules: [rule])
/// }
/// ```
///
/// - Parameters:
///   - name: what is chosen.
///   - values: what there is to choose from, each with its name.
///   - start: the place of what is chosen at first, counted from 0.
///   - frame: returns what is shown.
public func explore<Value, Shown>(
    _ name: String, _ values: KeyValuePairs<String, Value>, start: Int = 0,
    frame: @escaping (Value) throws -> Shown
) -> Exploration {
    explore(Knob(name, values, start: start), frame: frame)
}

/// Shows what a closure returns for both positions of a switch.
///
/// - Parameters:
///   - name: what is switched on and off.
///   - start: whether it is on at first.
///   - frame: returns what is shown.
public func explore<Shown>(
    _ name: String, _ start: Bool, frame: @escaping (Bool) throws -> Shown
) -> Exploration {
    explore(Knob(name, start), frame: frame)
}

/// Shows what a closure returns for every setting of several knobs.
///
/// For example:
///
/// ```swift
/// explore(Knob("factor", 0.5...1.5), Knob("lag", 1...20)) { factor, lag in
///     Table { Column("what is left", [power(factor, lag)]) }
/// }
/// ```
///
/// - Parameters:
///   - knobs: what can be turned.
///   - frame: returns what is shown.
public func explore<each Value, Shown>(
    _ knobs: repeat Knob<each Value>, frame: @escaping (repeat each Value) throws -> Shown
) -> Exploration {
    var controls: [ExplorationControl] = []
    for knob in repeat each knobs { controls.append(knob.control) }
    return Exploration(controls: controls) { positions in
        var next = 0
        func value<Chosen>(of knob: Knob<Chosen>) throws(ExplorationProblem) -> Chosen {
            let position = positions.indices.contains(next) ? positions[next] : 0
            guard knob.values.indices.contains(position) else {
                throw ExplorationProblem(
                    knob: knob.name, position: position, count: knob.values.count)
            }
            next += 1
            return knob.values[position]
        }
        return try frame(repeat try value(of: each knobs))
    }
}
