/// What the doctor has to say about one thing that Unroll needs or can use.
struct Finding: Sendable, Equatable {
    /// The thing.
    let subject: String

    /// Whether it is there, and as it should be.
    let isFound: Bool

    /// Whether notebooks run without it.
    let isOptional: Bool

    /// Where it is, or what is wrong with it and the command that mends it.
    let text: String

    /// Something that is there.
    static func found(_ subject: String, _ text: String) -> Finding {
        Finding(subject: subject, isFound: true, isOptional: false, text: text)
    }

    /// Something that is not there, or not as it should be.
    static func missing(
        _ subject: String, _ text: String, isOptional: Bool = false
    ) -> Finding {
        Finding(subject: subject, isFound: false, isOptional: isOptional, text: text)
    }

    /// One line.
    var line: String {
        let state = isFound ? "found  " : "missing"
        let padding = String(repeating: " ", count: max(0, 12 - subject.utf8.count))
        return "\(state)  \(subject)\(padding)  \(text)"
    }
}
