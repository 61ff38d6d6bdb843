/// Something that a person can turn: a name, and the values that it can have.
///
/// For example: `Knob("W", 0.1...2.0)`, `Knob("lag", 1...40)`, `Knob("rule", ["none", "norm"])` and
/// `Knob("clipped", false)`.
public struct Knob<Value> {
    /// The label of the parameter.
    public let name: String

    /// The values, in their order.
    public let values: [Value]

    /// The knob as a page shows it.
    public let control: ExplorationControl

    /// Describes a knob.
    private init(
        _ name: String, _ kind: ExplorationControl.Kind, _ values: [Value], labels: [String],
        start: Int
    ) {
        self.name = name
        self.values = values
        control = ExplorationControl(name: name, kind: kind, labels: labels, start: start)
    }
}

extension Knob: Sendable where Value: Sendable {}

extension Knob where Value == Double {
    /// Makes a slider over numbers.
    ///
    /// - Parameters:
    ///   - name: what is turned.
    ///   - range: the least and the greatest number; what is not finite in it counts as 0.
    ///   - step: the distance of neighbors; nil for a round one that makes about twenty positions.
    ///   - start: where the slider stands at first; nil for the middle.
    ///   - isLogarithmic: whether positions are 1, 2 and 5 times powers of ten, as suits a learning
    ///     rate; both ends have to be above zero for that.
    public init(
        _ name: String, _ range: ClosedRange<Double>, step: Double? = nil, start: Double? = nil,
        isLogarithmic: Bool = false
    ) {
        let positions = SliderPositions(range, step: step, isLogarithmic: isLogarithmic)
        self.init(
            name, .slider, positions.values, labels: positions.values.map(SliderPositions.spelling),
            start: positions.index(nearest: start))
    }
}

extension Knob where Value == Int {
    /// Makes a slider over whole numbers.
    ///
    /// - Parameters:
    ///   - name: what is turned.
    ///   - range: the least and the greatest number.
    ///   - step: the distance of neighbors; nil for a round one that makes at most 25 positions.
    ///   - start: where the slider stands at first; nil for the middle.
    public init(_ name: String, _ range: ClosedRange<Int>, step: Int? = nil, start: Int? = nil) {
        let numbers = SliderPositions.numbers(in: range, step: step)
        let nearest = start.flatMap { start in
            numbers.indices.min {
                numbers[$0].distance(from: start) < numbers[$1].distance(from: start)
            }
        }
        self.init(
            name, .slider, numbers, labels: numbers.map(String.init),
            start: nearest ?? (numbers.count - 1) / 2)
    }
}

extension Knob where Value == Bool {
    /// Makes a switch.
    ///
    /// - Parameters:
    ///   - name: what is switched on and off.
    ///   - start: whether it is on at first.
    public init(_ name: String, _ start: Bool) {
        self.init(name, .toggle, [false, true], labels: ["off", "on"], start: start ? 1 : 0)
    }
}

extension Knob {
    /// Makes a choice between values.
    ///
    /// - Parameters:
    ///   - name: what is chosen.
    ///   - values: what there is to choose from, at least one.
    ///   - start: the place of what is chosen at first, counted from 0.
    public init(_ name: String, _ values: [Value], start: Int = 0) {
        self.init(
            name, .choice, values, labels: values.map { "\($0)" },
            start: max(0, min(start, values.count - 1)))
    }
}

extension Knob {
    /// Makes a choice between values that have names.
    ///
    /// - Parameters:
    ///   - name: what is chosen.
    ///   - values: what there is to choose from, each with its name, at least one.
    ///   - start: the place of what is chosen at first, counted from 0.
    public init(_ name: String, _ values: KeyValuePairs<String, Value>, start: Int = 0) {
        self.init(
            name, .choice, values.map(\.value), labels: values.map(\.key),
            start: max(0, min(start, values.count - 1)))
    }
}

extension Int {
    /// Returns how far another number is away.
    fileprivate func distance(from other: Int) -> UInt {
        let (high, low) = (Swift.max(self, other), Swift.min(self, other))
        return UInt(bitPattern: high) &- UInt(bitPattern: low)
    }
}
