/// Returns the next line that the person enters, or nothing at the end of input.
///
/// Shadows the standard library's function, which would read the standard input of a process that
/// has none: the line is asked for in the client.
///
/// - Parameter strippingNewline: whether to leave out the line end.
public func readLine(strippingNewline: Bool = true) -> String? {
    input(strippingNewline: strippingNewline)
}

/// Shows a prompt and returns the line that the person enters, or nothing at the end of input.
///
/// - Parameters:
///   - prompt: the text before the place where the line is entered.
///   - isPassword: whether the line should not be visible.
///   - strippingNewline: whether to leave out the line end.
public func input(
    _ prompt: String = "", isPassword: Bool = false, strippingNewline: Bool = true
) -> String? {
    let line = CellEnvironment.host.readLine(prompt: prompt, isPassword: isPassword)
    return strippingNewline ? line : line.map { $0 + "\n" }
}
