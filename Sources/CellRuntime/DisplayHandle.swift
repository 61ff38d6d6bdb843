/// Something that is shown and can be replaced.
public struct DisplayHandle: Sendable, Hashable {
    /// The id under which clients know it.
    public let id: String

    /// Names something that is shown.
    public init(id: String) { self.id = id }

    /// Replaces what is shown by a new value, wherever it stands.
    public func update(_ value: Any) {
        CellEnvironment.host.replaceDisplay(mimeBundle(of: value), id: id)
    }
}
