/// A pattern in which `*` stands for any text, `?` for one character, and `[abc]` for one of some.
///
/// - Source: jupyter_client, docs/messaging.rst, "History"; brackets as in SQLite's GLOB, which
///   IPython uses.
package struct GlobPattern: Sendable, Hashable {
    /// A part of a pattern.
    private enum Element: Sendable, Hashable {
        /// Any text, also none.
        case anyText
        /// One Unicode scalar, whichever.
        case anyScalar
        /// This scalar.
        case scalar(Unicode.Scalar)
        /// One of these scalars, or one that is none of them.
        case oneOf([ClosedRange<Unicode.Scalar>], isInverted: Bool)
    }

    /// The parts, in order.
    private let elements: [Element]

    /// Reads a pattern; a bracket that is not closed stands for itself.
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

    /// Tells whether the pattern stands for the whole of a text.
    ///
    /// When a part does not fit, only the latest `*` has to take one scalar more: the earlier ones
    /// could gain nothing by it.
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

    /// Tells whether a part stands for a scalar.
    private func fits(_ element: Element, _ scalar: Unicode.Scalar) -> Bool {
        switch element {
        case .anyText: false
        case .anyScalar: true
        case .scalar(let expected): scalar == expected
        case .oneOf(let ranges, let isInverted):
            ranges.contains { $0.contains(scalar) } != isInverted
        }
    }

    /// Reads what stands after an opening bracket, up to the closing one.
    private static func popClass(from rest: inout Substring.UnicodeScalarView) -> Element? {
        var body = rest
        let isInverted = body.first == "^"
        if isInverted { body.removeFirst() }
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        while let scalar = body.popFirst() {
            // A closing bracket in the first place is one of the scalars.
            if scalar == "]", !ranges.isEmpty {
                rest = body
                return .oneOf(ranges, isInverted: isInverted)
            }
            ranges.append(scalar...popUpperBound(from: &body, notBelow: scalar))
        }
        return nil
    }

    /// Reads the end of a range such as `a-z`, or returns its beginning where it has no end.
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
