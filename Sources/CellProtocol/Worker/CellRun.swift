public import Display

/// A compiled cell to run, or what follows from something that a client has said to an object.
public struct CellRun: Codable, Sendable, Hashable {
    /// The path of the object with the cell's code.
    public var object: String

    /// The name of the function that runs the cell's code.
    public var entryPoint: String

    /// The libraries to load first, as passed to `dlopen`.
    public var libraries: [String]

    /// The memory limit of the process in bytes.
    public var memoryLimit: Int

    /// Indicates whether to show the value of the cell's last expression.
    public var showsResult: Bool

    /// The maximum number of characters shown of a value.
    public var shownLength: Int

    /// The number of the cell under which the value that it ends in is kept; nil, where it is not.
    public var keptAs: Int?

    /// The number of such values that are kept.
    public var keptResults = 0

    /// The message of a client on a comm, or nil if a cell is to be run.
    public var signal: CommSignal?

    /// Creates a description of a run.
    public init(
        object: String, entryPoint: String, libraries: [String], memoryLimit: Int,
        showsResult: Bool, shownLength: Int
    ) {
        self.shownLength = shownLength
        self.memoryLimit = memoryLimit
        self.object = object
        self.entryPoint = entryPoint
        self.libraries = libraries
        self.showsResult = showsResult
    }
}
