internal import JSON

/// A grid of parameter values, in all combinations.
public struct SweepGrid: Sendable {
    /// A parameter and its values.
    private let axes: [(name: String, values: [JSONValue])]

    /// The maximum number of runs of a grid; more are probably a mistake.
    private static let limit = 1_000_000

    /// Parses axes such as `rate=0.1,0.01`, `seed=0..9` or `kind=elman,lstm`.
    ///
    /// - Throws: `ParameterError` if an axis is malformed or there are too many runs.
    public init(_ arguments: [String]) throws(ParameterError) {
        var axes: [(name: String, values: [JSONValue])] = []
        var count = 1
        for argument in arguments {
            let parameter = try NotebookParameter(argument: argument)
            let values = try Self.values(of: parameter.value.text, argument: argument)
            guard !axes.contains(where: { $0.name == parameter.name }) else {
                throw .unreadable(
                    source: "the grid", problem: "\(parameter.name) stands there twice")
            }
            count = count.multipliedReportingOverflow(by: values.count).partialValue
            guard count > 0, count <= Self.limit else {
                throw .unreadable(
                    source: "the grid", problem: "it has more than \(Self.limit) runs")
            }
            axes.append((parameter.name, values))
        }
        self.axes = axes
    }

    /// The rows, each a JSON object with a value per parameter; the last parameter varies fastest.
    public var rows: [String] {
        var rows: [JSONObject] = [[:]]
        for (name, values) in axes {
            rows = rows.flatMap { row in
                values.map { value in
                    var longer = row
                    longer[name] = value
                    return longer
                }
            }
        }
        return rows.map { JSONValue.object($0).text() }
    }

    /// Parses the values of an axis: a range of integers, or a list.
    private static func values(
        of text: String, argument: String
    ) throws(ParameterError) -> [JSONValue] {
        if let dots = text.firstRange(of: ".."),
            let first = Int(text[..<dots.lowerBound]), let last = Int(text[dots.upperBound...])
        {
            guard first <= last, last - first < limit else {
                throw .unreadable(source: argument, problem: "the range has no end above its start")
            }
            return (first...last).map { .number(JSONNumber($0)) }
        }
        let items = text.split(separator: ",", omittingEmptySubsequences: false)
        guard items.allSatisfy({ !$0.isEmpty }) else {
            throw .unreadable(source: argument, problem: "a value is missing")
        }
        return items.map { ParameterValue.spelled(String($0)).guessed }
    }
}

extension ParameterValue {
    /// The value as JSON: a number or a Boolean if it is spelled like one, otherwise a string.
    fileprivate var guessed: JSONValue {
        if let truth { return .bool(truth) }
        if let number = try? JSONValue(parsing: text), case .number = number { return number }
        return .string(text)
    }
}
