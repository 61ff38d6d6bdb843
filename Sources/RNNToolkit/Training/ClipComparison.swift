public import Display
public import Plotting
public import Recurrent

/// The results of several clipping rules for one gradient, side by side.
///
/// For example: `try ClipComparison([3, -4, 0.05], rules: [.none, .slide, .value(limit: 0.1)])`.
public struct ClipComparison: Sendable {
    /// The gradient before clipping.
    public let gradient: ParameterSet<Double>

    /// The rules.
    public let rules: [Clipping]

    /// The result of each rule, in the same order.
    public let reports: [ClipReport<ParameterSet<Double>>]

    /// Clips the gradient of a network by several rules.
    ///
    /// - Throws: `RecurrentError` for a limit that is not positive, or a number that is not finite.
    public init(
        _ gradient: ParameterSet<Double>, rules: [Clipping]
    ) throws(RecurrentError) {
        self.gradient = gradient
        self.rules = rules
        var reports: [ClipReport<ParameterSet<Double>>] = []
        for rule in rules { reports.append(try rule.clip(gradient)) }
        self.reports = reports
    }

    /// Clips a list of numbers by several rules.
    ///
    /// - Throws: `RecurrentError` for a limit that is not positive, or a number that is not finite.
    public init(_ numbers: [Double], rules: [Clipping]) throws(RecurrentError) {
        var set = ParameterSet<Double>()
        for (index, number) in numbers.enumerated() {
            set.append("g\(index + 1)", try Tensor(shape: [1], elements: [number]))
        }
        try self.init(set, rules: rules)
    }

    /// The result of a rule, or `nil` if it is not among the rules.
    public subscript(rule: Clipping) -> ClipReport<ParameterSet<Double>>? {
        rules.firstIndex(of: rule).map { reports[$0] }
    }

    /// The comparison as a table: a row per rule, and a column per number if there are few.
    public var table: Table {
        let numbers = gradient.count <= 6 ? places : []
        return Table("What clipping does to one gradient") {
            Column("rule", rules.map(\.name))
            for place in numbers {
                Column(
                    place.name, reports.map { place.number(in: $0.gradient) },
                    format: .significant(4))
            }
            if numbers.isEmpty {
                Column("norm before", reports.map(\.normBefore), format: .significant(4))
            }
            Column("norm", reports.map(\.normAfter), format: .significant(4))
            Column("cosine", reports.map(\.directionCosine), format: .fixed(decimals: 4))
            Column("changed", reports.map(\.changedCount))
        }
        .emphasized { row, column in
            guard numbers.indices.contains(column - 1) else { return false }
            let place = numbers[column - 1]
            return place.number(in: reports[row].gradient) != place.number(in: gradient)
        }
        .note("cosine: of the angle to the gradient before; 1 where the direction stays")
    }

    /// The position of a number in a gradient.
    private struct Place {
        /// The name of the number.
        let name: String
        /// The index of its tensor.
        let tensor: Int
        /// Its index in the tensor, in row-major order.
        let index: Int

        /// Returns the number at this position of a gradient.
        func number(in gradient: ParameterSet<Double>) -> Double {
            gradient.tensors[tensor].elements[index]
        }
    }

    /// The positions of all numbers of the gradient.
    private var places: [Place] {
        zip(gradient.names, gradient.tensors).enumerated().flatMap { tensor, pair in
            let (name, numbers) = pair
            return numbers.elements.indices.map { index in
                Place(
                    name: numbers.elements.count == 1 ? name : "\(name)[\(index)]",
                    tensor: tensor, index: index)
            }
        }
    }
}

extension ClipComparison: Displayable, CustomStringConvertible {
    /// The table as text and as HTML.
    public var mimeBundle: MIMEBundle { table.mimeBundle }

    /// The table as CSV text.
    public var description: String { table.description }

    /// The table in 7-bit ASCII, 80 columns wide.
    public var ascii: String { table.ascii }
}
