/// Where the parts of the engine lie, and what they are allowed.
public struct EngineConfiguration: Sendable {
    /// The path of the program that compiles.
    public var compilerExecutable: String

    /// The path of the program that runs cells.
    public var workerExecutable: String

    /// The folders with the modules that every cell may import.
    public var moduleFolders: [String]

    /// The folder for the modules that the compiler makes of C headers; kept between sessions.
    public var moduleCache: String

    /// The folder in which cells run; nothing stands for this process's own.
    public var workingDirectory: String?

    /// How many cells can be undone.
    public var undoLimit = 10

    /// How long a cell may take to end by itself after an interrupt, before it is rolled back.
    public var interruptGrace: Duration = .milliseconds(500)

    /// Whether to compile in a warm process, where the toolchain allows it.
    public var usesSourceKit = true

    /// Makes a configuration.
    public init(
        compilerExecutable: String, workerExecutable: String, moduleFolders: [String],
        moduleCache: String, workingDirectory: String? = nil
    ) {
        self.compilerExecutable = compilerExecutable
        self.workerExecutable = workerExecutable
        self.moduleFolders = moduleFolders
        self.moduleCache = moduleCache
        self.workingDirectory = workingDirectory
    }
}
