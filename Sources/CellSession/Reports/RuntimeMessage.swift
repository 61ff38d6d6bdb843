internal import Glibc

/// A parsed message of the Swift runtime.
package struct RuntimeMessage {
    /// The kind of failure: a constant of `FailureName`.
    package let name: String

    /// The message, without the file and the kind.
    package let message: String

    /// The beginnings of messages after the file position, and their kinds of failure.
    private static let beginnings: [(beginning: String, name: String)] = [
        ("Fatal error: Index out of range", FailureName.indexOutOfRange),
        ("Fatal error: Array index is out of range", FailureName.indexOutOfRange),
        ("Fatal error: Negative Array index is out of range", FailureName.indexOutOfRange),
        ("Fatal error: String index is out of bounds", FailureName.indexOutOfRange),
        ("Fatal error: Unexpectedly found nil", FailureName.unexpectedNil),
        ("Fatal error: Division by zero", FailureName.divisionByZero),
        ("Fatal error: 'try!' expression unexpectedly raised", FailureName.unexpectedError),
        ("Fatal error: Attempted to read an unowned reference", FailureName.danglingReference),
        ("Fatal error: Could not allocate memory", FailureName.outOfMemory),
        ("Could not allocate memory", FailureName.outOfMemory),
        ("Fatal error: failed to allocate", FailureName.outOfMemory),
        ("failed to allocate", FailureName.outOfMemory),
        ("Could not cast value", FailureName.castFailure),
        ("Precondition failed: ", FailureName.preconditionFailure),
        ("Fatal error: Precondition failed", FailureName.preconditionFailure),
        ("Precondition failed", FailureName.preconditionFailure),
        ("Assertion failed: ", FailureName.assertionFailure),
        ("Assertion failed", FailureName.assertionFailure),
        ("Fatal error: Arithmetic overflow", FailureName.arithmeticOverflow),
        ("Fatal error: Negative value is not representable", FailureName.arithmeticOverflow),
        ("Fatal error: Not enough bits to represent", FailureName.arithmeticOverflow),
        ("Fatal error: Double value cannot be converted", FailureName.arithmeticOverflow),
        ("Fatal error: Float value cannot be converted", FailureName.arithmeticOverflow),
        ("Fatal error: Range requires", FailureName.preconditionFailure),
        ("Fatal error: ", FailureName.fatalError),
        ("Fatal error", FailureName.fatalError),
    ]

    /// The prefixes of messages after the file position.
    private static let words = ["Fatal error: ", "Precondition failed: ", "Assertion failed: "]

    /// Parses a message.
    package init?(_ text: String) {
        let line = Self.withoutPlace(text)
        guard !line.isEmpty else { return nil }
        name = Self.beginnings.first { line.hasPrefix($0.beginning) }?.name ?? FailureName.trap
        let word = Self.words.first { line.hasPrefix($0) }
        let said = Self.withoutAddress(
            Self.withoutAddresses(word.map { String(line.dropFirst($0.count)) } ?? line))
        message = name == FailureName.outOfMemory ? Self.aboutMemory(said) : Self.withoutKind(said)
    }

    /// Returns a message of the prelude without its kind, which its name says already.
    private static func withoutKind(_ message: String) -> String {
        let kinds = [
            "Index out of range: ", "String index is out of bounds: ", "Arithmetic overflow: ",
        ]
        let kind = kinds.first { message.hasPrefix($0) } ?? ""
        return String(message.dropFirst(kind.count))
    }

    /// Returns a message on an allocation that failed: its size, and the remedy.
    private static func aboutMemory(_ message: String) -> String {
        let count = message.drop { !$0.isNumber }.prefix { $0.isNumber }
        let amount = Int(count).map { MemorySize(bytes: $0).description } ?? "memory"
        return "could not allocate \(amount); '%set' shows how much the session may use "
            + "(cell-memory), and changes it"
    }

    /// Returns a message without a leading `file:line: ` and without trailing line ends.
    private static func withoutPlace(_ text: String) -> String {
        var line = text[...]
        while line.last?.isNewline == true { line.removeLast() }
        for beginning in ["Fatal error", "Precondition failed", "Assertion failed"] {
            guard let range = line.firstRange(of: ": \(beginning)") else { continue }
            let place = line[..<range.lowerBound]
            let digits = place.reversed().prefix { $0.isNumber }
            guard !digits.isEmpty, place.dropLast(digits.count).hasSuffix(":") else { continue }
            line = line[range.lowerBound...].dropFirst(2)
            break
        }
        return String(line)
    }

    /// Returns a message with the description "the object" in place of an object's address.
    private static func withoutAddress(_ message: String) -> String {
        message.replacing(/object 0x[0-9a-f]+ was/, with: "the object was")
    }

    /// Returns a message without addresses in parentheses, which are meaningless to the user and
    /// differ from run to run.
    private static func withoutAddresses(_ message: String) -> String {
        var result = message
        while let start = result.firstRange(of: " (0x"),
            let end = result[start.upperBound...].firstIndex(of: ")"),
            result[start.upperBound..<end].allSatisfy(\.isHexDigit)
        {
            result.removeSubrange(start.lowerBound...end)
        }
        return result
    }
}
