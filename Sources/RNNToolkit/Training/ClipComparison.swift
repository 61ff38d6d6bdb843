public import Display
public import Plotting
public import Recurrent

/// What several rules of clipping make of one gradient, side by side.
///
/// For example: `try ClipComparison([3, -4, 0.05], rules: [.none, .slide, .value(limit: 0.1)])`.
public struct ClipComparison: Sendable {
    /// The gradient before.
    public let gradient: ParameterSet<Double>

    /// The rules.
    public let rules: [Clipping]

    /// What each rule did, in their order.
    public let reports: [ClipReport<ParameterSet<Double>>]

    /// Clips the gradient of a network by several rules.
    ///
    /// - Throws: `RecurrentError` for a limit that is not over zero, or a number that is not finite.
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
    /// - Throws: `RecurrentError` for a limit that is not over zero, or a number that is not finite.
    public init(_ numbers: [Double], rules: [Clipping]) throws(RecurrentError) {
        var set = ParameterSet<Double>()
        for (index, number) in numbers.enumerated() {
            set.append("g\(index + 1)", try Tensor(shape: [1], elements: [number]))
        }
        try self.init(set, rules: rules)
    }

    /// What a rule did; nil where it was not asked for.
    public subscript(rule: Clipping) -> ClipReport<ParameterSet<Double>>? {
        rules.firstIndex(of: rule).map { reports[$0] }
    }

    /// The comparison as a table: a row for each rule, a column for each number where they are few.
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

    /// One number of a gradient: what it is called, and where it is.
    private struct Place {
        /// What it is called.
        let name: String
        /// The tensor that holds it, from 0.
        let tensor: Int
        /// Its place there, in row-major order.
        let index: Int

        /// Returns the number that stands in this place of a gradient.
        func number(in gradient: ParameterSet<Double>) -> Double {
            gradient.tensors[tensor].elements[index]
        }
    }

    /// Every number of the gradient.
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

    /// The table as text.
    public var description: String { table.description }

    /// The table in seven-bit ASCII, 80 columns wide.
    public var ascii: String { table.ascii }
}
