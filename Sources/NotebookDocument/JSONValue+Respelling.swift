internal import JSON

extension JSONValue {
    /// The value with every number spelled as Python spells it.
    ///
    /// Numbers written by Jupyter stay unchanged. Numbers of other programs, such as `1E5` or
    /// `1e-7`, become what Jupyter would write when it saves the notebook.
    var respelled: JSONValue {
        switch self {
        case .null, .bool, .string: self
        case .number(let number): .number(number.respelled)
        case .array(let values): .array(values.map(\.respelled))
        case .object(let object): .object(object.mapValues(\.respelled))
        }
    }
}

extension JSONNumber {
    /// The number as Python spells it; unchanged if it does not fit a double.
    fileprivate var respelled: JSONNumber {
        let isInteger = spelling.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) }
        if isInteger { return spelling == "-0" ? JSONNumber(0) : self }
        return double.isFinite ? JSONNumber(double) : self
    }
}
