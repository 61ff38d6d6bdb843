/// A compiled cell to run.
public struct CellRun: Codable, Sendable, Hashable {
    /// The path of the object with the cell's code.
    public var object: String

    /// The name of the function that runs it.
    public var entryPoint: String

    /// The libraries to load first, as `dlopen` finds them.
    public var libraries: [String]

    /// Whether the value of the cell's last expression is to be shown.
    public var showsResult: Bool

    /// Makes a description of a run.
    public init(object: String, entryPoint: String, libraries: [String], showsResult: Bool) {
        self.object = object
        self.entryPoint = entryPoint
        self.libraries = libraries
        self.showsResult = showsResult
    }
}
