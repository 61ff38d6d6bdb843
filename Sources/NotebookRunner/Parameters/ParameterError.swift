/// The error thrown when a parameter cannot be set.
public enum ParameterError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The argument is not of the form `name=value`.
    case notAnAssignment(String)

    /// The text before the equals sign is not a valid name of a variable.
    case invalidName(String)

    /// The notebook declares the parameter with another type.
    case wrongType(name: String, value: String, expected: String)

    /// A text with parameters is malformed; `problem` is the end of a sentence.
    case unreadable(source: String, problem: String)

    /// The notebook declares no parameter of that name; `hint` is the remedy.
    case unknownName(String, hint: String)

    /// Parameters in the notebook's language are not supported.
    case unknownLanguage(String)

    /// A sentence with the problem and the remedy.
    public var description: String {
        switch self {
        case .notAnAssignment(let argument):
            "could not read the parameter \(argument): write it as name=value"
        case .invalidName(let name):
            "could not set the parameter \"\(name)\": it is not the name of a variable"
        case .unreadable(let source, let problem):
            "could not read the parameters of \(source): \(problem)"
        case .unknownName(let name, let hint):
            "could not set the parameter \(name): the cell tagged "
                + "\(ParameterInjection.declaringTag) does not declare it; \(hint)"
        case .wrongType(let name, let value, let expected):
            "could not set the parameter \(name) to \(value): the notebook declares it as \(expected)"
        case .unknownLanguage(let language):
            "could not set parameters: values can be written in Swift and Python, "
                + "and the notebook is in \(language.isEmpty ? "no language that it names" : language)"
        }
    }
}
