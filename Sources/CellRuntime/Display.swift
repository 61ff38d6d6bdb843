public import Display

/// Displays a value at this point of the cell's output.
///
/// A `Displayable` value is shown in the richest representation that the client supports, any other
/// value as its description.
///
/// - Parameters:
///   - value: the value.
///   - id: an ID with which the display can be replaced, also from a later cell, by
///     `DisplayHandle(id:).update(_:)`; if `nil`, a new unique one is used.
/// - Returns: a handle with which the display can be replaced.
@discardableResult
public func display(_ value: Any, id: String? = nil) -> DisplayHandle {
    let handle = DisplayHandle(id: id ?? CellEnvironment.host.makeDisplayID())
    CellEnvironment.host.display(mimeBundle(of: value), id: handle.id)
    return handle
}

/// Clears the cell's outputs.
///
/// - Parameter waitsForNext: whether to wait until the next output arrives, which avoids flicker in
///   animations.
public func clearOutput(waitsForNext: Bool = false) {
    CellEnvironment.host.clearOutput(waitsForNext: waitsForNext)
}

/// Clears the cell's outputs.
///
/// - Parameter wait: whether to wait until the next output arrives.
public func clearOutput(wait: Bool) { clearOutput(waitsForNext: wait) }

/// Returns the representations of a value.
///
/// Plain text that exceeds the maximum length is cut in the middle.
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
