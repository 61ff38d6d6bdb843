internal import Glibc

/// What the Swift runtime wrote before it ended a process, taken apart.
package struct RuntimeMessage {
    /// The kind of failure: one of `FailureName`.
    package let name: String

    /// What went wrong, without the file and the word for the kind.
    package let message: String

    /// How messages begin, after the place, and what they are about.
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
        ("Fatal error: Negative value is not representable", FailureName.arithmeticOverflow),
        ("Fatal error: Not enough bits to represent", FailureName.arithmeticOverflow),
        ("Fatal error: Double value cannot be converted", FailureName.arithmeticOverflow),
        ("Fatal error: Float value cannot be converted", FailureName.arithmeticOverflow),
        ("Fatal error: Range requires", FailureName.preconditionFailure),
        ("Fatal error: ", FailureName.fatalError),
        ("Fatal error", FailureName.fatalError),
    ]

    /// What follows the file's place and what a message begins with.
    private static let words = ["Fatal error: ", "Precondition failed: ", "Assertion failed: "]

    /// Takes a message apart.
    package init?(_ text: String) {
        let line = Self.withoutPlace(text)
        guard !line.isEmpty else { return nil }
        name = Self.beginnings.first { line.hasPrefix($0.beginning) }?.name ?? FailureName.trap
        let word = Self.words.first { line.hasPrefix($0) }
        let said = Self.withoutAddress(
            Self.withoutAddresses(word.map { String(line.dropFirst($0.count)) } ?? line))
        message = name == FailureName.outOfMemory ? Self.aboutMemory(said) : said
    }

    /// Returns what to tell of memory that could not be had: how much it was, and what to do.
    private static func aboutMemory(_ message: String) -> String {
        let count = message.drop { !$0.isNumber }.prefix { $0.isNumber }
        let amount = Int(count).map { MemorySize(bytes: $0).description } ?? "memory"
        return "could not allocate \(amount); '%set' shows how much the session may use "
            + "(cell-memory), and changes it"
    }

    /// Returns a message without `file:line: ` before it and line ends after it.
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

    /// Returns a message in which an object stands for itself and not for its address.
    private static func withoutAddress(_ message: String) -> String {
        message.replacing(/object 0x[0-9a-f]+ was/, with: "the object was")
    }

    /// Returns a message without addresses in parentheses, which mean nothing to a person and differ
    /// from run to run.
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
