/// The commands that a document has defined itself, with `\newcommand`, `\def` or
/// `\DeclareMathOperator`.
public struct TeXMacros: Sendable {
    /// The replacement of a command.
    struct Macro: Sendable {
        /// The number of its arguments.
        let argumentCount: Int

        /// The default of the first argument, or nil if it is required.
        let standard: [TeXToken]?

        /// The replacement text, with places for the arguments.
        let body: [TeXToken]
    }

    /// The macros by name.
    private(set) var macros: [String: Macro] = [:]

    /// The maximum number of pieces of a formula after its macros are replaced.
    private static let lengthLimit = 20_000

    /// Starts with no macros.
    public init() {}

    /// Takes the definitions out of a formula, and replaces the macros in the rest; returns nil where
    /// that has no end.
    mutating func expanded(_ tokens: [TeXToken]) -> [TeXToken]? {
        var result: [TeXToken] = []
        // The next piece stands last.
        var rest = Array(tokens.reversed())
        var count = 0
        while let token = rest.popLast() {
            count += 1
            guard count < Self.lengthLimit, rest.count < Self.lengthLimit else { return nil }
            guard case .command(let name) = token else {
                result.append(token)
                continue
            }
            if Self.definers.contains(name) {
                guard define(name, from: &rest) else { return nil }
            } else if let macro = macros[name] {
                guard let body = Self.body(of: macro, from: &rest) else { return nil }
                rest += body.reversed()
            } else {
                result.append(token)
            }
        }
        return result
    }

    /// The commands that define others.
    private static let definers: Set<String> = [
        "newcommand", "renewcommand", "providecommand", "def", "DeclareMathOperator",
    ]

    /// Takes a definition; returns whether it is one.
    private mutating func define(_ definer: String, from rest: inout [TeXToken]) -> Bool {
        if rest.last == .character("*") { rest.removeLast() }
        guard case .command(let name)? = Self.group(from: &rest)?.first(where: { $0 != .space })
        else { return false }
        var count = 0
        var standard: [TeXToken]?
        if definer == "def" {
            while case .argument(let number)? = rest.last {
                count = number
                rest.removeLast()
            }
        } else if let number = Self.option(from: &rest) {
            guard case .character(let digit)? = number.first, let value = digit.wholeNumberValue
            else { return false }
            count = value
            standard = Self.option(from: &rest)
        }
        guard var body = Self.group(from: &rest) else { return false }
        if definer == "DeclareMathOperator" {
            body = [.command("operatorname"), .open] + body + [.close]
        }
        macros[name] = Macro(argumentCount: count, standard: standard, body: body)
        return true
    }

    /// Returns what stands for a macro with the arguments that follow it.
    private static func body(of macro: Macro, from rest: inout [TeXToken]) -> [TeXToken]? {
        var arguments: [[TeXToken]] = []
        if let standard = macro.standard { arguments.append(option(from: &rest) ?? standard) }
        while arguments.count < macro.argumentCount {
            guard let argument = group(from: &rest) else { return nil }
            arguments.append(argument)
        }
        return macro.body.flatMap { token -> [TeXToken] in
            guard case .argument(let number) = token else { return [token] }
            return number <= arguments.count ? arguments[number - 1] : []
        }
    }

    /// Takes a group, or one piece; nil at the end.
    private static func group(from rest: inout [TeXToken]) -> [TeXToken]? {
        while rest.last == .space { rest.removeLast() }
        guard let first = rest.popLast() else { return nil }
        guard first == .open else { return [first] }
        var depth = 1
        var group: [TeXToken] = []
        while let token = rest.popLast() {
            if token == .open { depth += 1 }
            if token == .close { depth -= 1 }
            if depth == 0 { return group }
            group.append(token)
        }
        return nil
    }

    /// Takes what stands in brackets; nil where there are none.
    private static func option(from rest: inout [TeXToken]) -> [TeXToken]? {
        guard rest.last == .character("["),
            let end = rest.lastIndex(of: .character("]"))
        else { return nil }
        let option = Array(rest[(end + 1)..<(rest.count - 1)].reversed())
        rest.removeSubrange(end...)
        return option
    }
}
