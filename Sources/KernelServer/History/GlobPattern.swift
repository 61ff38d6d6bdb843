/// A pattern in which `*` matches any text, `?` any character, and `[abc]` one of several.
///
/// - Source: jupyter_client, docs/messaging.rst, "History"; brackets as in SQLite's GLOB, which
///   IPython uses.
package struct GlobPattern: Sendable, Hashable {
    /// A part of a pattern.
    private enum Element: Sendable, Hashable {
        /// Any text, including none.
        case anyText
        /// Any single Unicode scalar.
        case anyScalar
        /// This scalar.
        case scalar(Unicode.Scalar)
        /// One of these scalars or, if inverted, any other.
        case oneOf([ClosedRange<Unicode.Scalar>], isInverted: Bool)
    }

    /// The parts, in order.
    private let elements: [Element]

    /// Parses a pattern; an unclosed bracket is an ordinary character.
    package init(_ pattern: String) {
        var elements: [Element] = []
        var rest = pattern.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "*": elements.append(.anyText)
            case "?": elements.append(.anyScalar)
            case "[": elements.append(Self.popClass(from: &rest) ?? .scalar(scalar))
            default: elements.append(.scalar(scalar))
            }
        }
        self.elements = elements
    }

    /// Returns whether the pattern matches the whole of a text.
    ///
    /// When a part does not match, it is enough that the latest `*` takes one scalar more:
    /// extending earlier ones could not help.
    package func matches(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        var (position, element) = (0, 0)
        var retry: (position: Int, element: Int)?
        while position < scalars.count {
            if element < elements.count, elements[element] == .anyText {
                element += 1
                retry = (position, element)
            } else if element < elements.count, fits(elements[element], scalars[position]) {
                position += 1
                element += 1
            } else if let (start, next) = retry {
                (position, element) = (start + 1, next)
                retry = (position, next)
            } else {
                return false
            }
        }
        return elements[element...].allSatisfy { $0 == .anyText }
    }

    /// Returns whether a part matches a scalar.
    private func fits(_ element: Element, _ scalar: Unicode.Scalar) -> Bool {
        switch element {
        case .anyText: false
        case .anyScalar: true
        case .scalar(let expected): scalar == expected
        case .oneOf(let ranges, let isInverted):
            ranges.contains { $0.contains(scalar) } != isInverted
        }
    }

    /// Parses the contents of a bracket expression.
    private static func popClass(from rest: inout Substring.UnicodeScalarView) -> Element? {
        var body = rest
        let isInverted = body.first == "^"
        if isInverted { body.removeFirst() }
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        while let scalar = body.popFirst() {
            // A closing bracket in the first position is one of the scalars.
            if scalar == "]", !ranges.isEmpty {
                rest = body
                return .oneOf(ranges, isInverted: isInverted)
            }
            ranges.append(scalar...popUpperBound(from: &body, notBelow: scalar))
        }
        return nil
    }

    /// Parses the end of a range such as `a-z`, or returns its beginning if it has no end.
    private static func popUpperBound(
        from body: inout Substring.UnicodeScalarView, notBelow scalar: Unicode.Scalar
    ) -> Unicode.Scalar {
        guard let end = body.dropFirst().first, body.first == "-", end != "]", end >= scalar else {
            return scalar
        }
        body.removeFirst(2)
        return end
    }
}
