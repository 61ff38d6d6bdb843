/// A cell to evaluate.
public struct Cell: Sendable, Hashable {
    /// The source as the user wrote it.
    public var code: String

    /// The identity of the cell across runs, such as a notebook's cell ID.
    ///
    /// Running a cell with the same identity again replaces everything that its earlier run
    /// declared.
    public var identity: String?

    /// The number of this run as shown to the user: Jupyter's execution count.
    public var number: Int

    /// Indicates whether the cell shows no output.
    public var isSilent: Bool

    /// Indicates whether a client can answer the cell's requests for input.
    public var allowsInput: Bool

    /// Creates a cell.
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
