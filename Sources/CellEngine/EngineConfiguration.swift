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

    /// The modules that every cell imports by way of the toolkit, which what it compiles to depends on.
    public var toolkitModules = [
        "CellRuntime", "Display", "Files", "JSON", "Plotting", "RNNToolkit", "Recurrent",
        "SequenceTasks", "TensorFiles", "XML",
    ]

    /// Where compiled cells are kept between sessions; nothing, where they are not.
    public var cellCache: CacheStore?

    /// How many bytes of compiled cells are kept.
    public var cellCacheLimit = defaultCellCacheLimit

    /// How many bytes of compiled cells are kept where nothing else is said.
    public static let defaultCellCacheLimit = 512 << 20

    /// Whether to compile cells that are expected while another one runs.
    public var compilesAhead = true

    /// The folder in which cells run; nothing stands for this process's own.
    public var workingDirectory: String?

    /// What a person can change while the engine runs, as it is at the start.
    public var settings = EngineSettings()

    /// How long a cell may take to end by itself after an interrupt, before it is rolled back.
    public var interruptGrace: Duration = .milliseconds(500)

    /// How long to wait at most, where that is not the usual time.
    var waitLimits: [Wait: Duration] = [:]

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
