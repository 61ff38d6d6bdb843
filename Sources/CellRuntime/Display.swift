public import Display

/// Shows a value at this point of the cell's output.
///
/// A `Displayable` is shown in the richest form that the client knows, anything else as its
/// description.
///
/// - Parameters:
///   - value: what to show.
///   - id: the name under which it can be replaced, also from a later cell, by
///     `DisplayHandle(id:).update(_:)`; nothing stands for one that no other display has.
/// - Returns: a handle with which what is shown can be replaced.
@discardableResult
public func display(_ value: Any, id: String? = nil) -> DisplayHandle {
    let handle = DisplayHandle(id: id ?? CellEnvironment.host.makeDisplayID())
    CellEnvironment.host.display(mimeBundle(of: value), id: handle.id)
    return handle
}

/// Clears what the cell has shown so far.
///
/// - Parameter waitsForNext: whether to wait until the next output arrives, so that pictures that
///   follow one another do not flicker.
public func clearOutput(waitsForNext: Bool = false) {
    CellEnvironment.host.clearOutput(waitsForNext: waitsForNext)
}

/// Clears what the cell has shown so far.
///
/// - Parameter wait: whether to wait until the next output arrives.
public func clearOutput(wait: Bool) { clearOutput(waitsForNext: wait) }

/// Returns a value in every form in which it can be shown.
///
/// The plain text is cut in the middle where it is longer than the person wants to see.
public func mimeBundle(of value: Any) -> MIMEBundle {
    let limit = CellEnvironment.host.shownLength
    guard let displayable = value as? any Displayable else {
        return MIMEBundle(text: ShownText(limit: limit).description(of: value))
    }
    var bundle = displayable.mimeBundle
    let text = bundle.plainText.map(ShownText(limit: limit).cut(_:))
    bundle[.plainText] = .text(text ?? ShownText(limit: limit).description(of: value))
    return bundle
}
