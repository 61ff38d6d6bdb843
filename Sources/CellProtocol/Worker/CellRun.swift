/// A compiled cell to run.
public struct CellRun: Codable, Sendable, Hashable {
    /// The path of the object with the cell's code.
    public var object: String

    /// The name of the function that runs it.
    public var entryPoint: String

    /// The libraries to load first, as `dlopen` finds them.
    public var libraries: [String]

    /// How much memory the process may hold, in bytes.
    public var memoryLimit: Int

    /// Whether the value of the cell's last expression is to be shown.
    public var showsResult: Bool

    /// How many characters of a value are shown.
    public var shownLength: Int

    /// Makes a description of a run.
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
