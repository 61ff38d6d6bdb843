/// Returns the next line that the user enters, or `nil` at the end of input.
///
/// Shadows the standard library's function, which would read the standard input of a process that
/// has none; this one requests the line from the client.
///
/// - Parameter strippingNewline: whether to remove the line end.
public func readLine(strippingNewline: Bool = true) -> String? {
    input(strippingNewline: strippingNewline)
}

/// Shows a prompt and returns the line that the user enters, or `nil` at the end of input.
///
/// - Parameters:
///   - prompt: the text before the input field.
///   - isPassword: whether the input is hidden.
///   - strippingNewline: whether to remove the line end.
public func input(
    _ prompt: String = "", isPassword: Bool = false, strippingNewline: Bool = true
) -> String? {
    let line = CellEnvironment.host.readLine(prompt: prompt, isPassword: isPassword)
    return strippingNewline ? line : line.map { $0 + "\n" }
}
