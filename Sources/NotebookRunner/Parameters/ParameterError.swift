/// Why a parameter could not be set.
public enum ParameterError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The argument is not of the form `name=value`.
    case notAnAssignment(String)

    /// What stands before the equals sign cannot be the name of a variable.
    case invalidName(String)

    /// The notebook declares the parameter with another type.
    case wrongType(name: String, value: String, expected: String)

    /// A text with parameters cannot be read; `problem` is the end of a sentence.
    case unreadable(source: String, problem: String)

    /// The notebook declares no parameter of that name; `hint` says what to do.
    case unknownName(String, hint: String)

    /// Nobody here knows how to write values in the notebook's language.
    case unknownLanguage(String)

    /// A sentence with what could not be done, and what to do.
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
