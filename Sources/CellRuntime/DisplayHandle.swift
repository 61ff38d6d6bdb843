/// A handle of a display, with which it can be replaced.
public struct DisplayHandle: Sendable, Hashable {
    /// The ID of the display.
    public let id: String

    /// Creates a handle of the display with an ID.
    public init(id: String) { self.id = id }

    /// Replaces all displays with this ID by a new value.
    public func update(_ value: Any) {
        CellEnvironment.host.replaceDisplay(mimeBundle(of: value), id: id)
    }
}
