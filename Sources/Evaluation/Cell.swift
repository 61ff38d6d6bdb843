/// A cell to evaluate.
public struct Cell: Sendable, Hashable {
    /// The source, as the person wrote it.
    public var code: String

    /// What identifies the cell across runs, such as a notebook's cell id.
    ///
    /// Running the cell of an identity again replaces everything that its earlier run declared.
    public var identity: String?

    /// The number under which the person knows this run: Jupyter's execution count.
    public var number: Int

    /// Whether nothing should be shown of the cell.
    public var isSilent: Bool

    /// Whether there is somebody to answer when the cell asks for a line of input.
    public var allowsInput: Bool

    /// Makes a cell.
    public init(
        code: String, identity: String? = nil, number: Int = 1, isSilent: Bool = false,
        allowsInput: Bool = false
    ) {
        self.code = code
        self.identity = identity
        self.number = number
        self.isSilent = isSilent
        self.allowsInput = allowsInput
    }
}
