package import CellProtocol
internal import Processes

/// The configuration of an engine: the paths of its parts, and its limits.
public struct EngineConfiguration: Sendable {
    /// The path of the compiler process's program.
    public var compilerExecutable: String

    /// The path of the worker process's program.
    public var workerExecutable: String

    /// The folders of the modules that every cell may import.
    public var moduleFolders: [String]

    /// The folder of the cache for Clang modules, kept between sessions.
    public var moduleCache: String

    /// The modules that every cell imports through the toolkit, on which the compiled code depends.
    public var toolkitModules = [
        "CellRuntime", "Display", "Files", "Grading", "JSON", "Plotting", "RNNToolkit",
        "Recurrent", "SequenceTasks", "TensorFiles", "Widgets", "XML",
    ]

    /// The cache of compiled cells between sessions, or `nil` for none.
    public var cellCache: CacheStore?

    /// The size limit of the cache in bytes.
    public var cellCacheLimit = defaultCellCacheLimit

    /// The default size limit of the cache in bytes.
    public static let defaultCellCacheLimit = 512 << 20

    /// The folder in which packages are built; kept between sessions.
    public var packageCache: String

    /// Indicates whether to compile expected cells while another one runs.
    public var compilesAhead = true

    /// The working directory of cells, or `nil` for that of this process.
    public var workingDirectory: String?

    /// The initial settings, which the user can change.
    public var settings = EngineSettings()

    /// The time that a cell may take to end by itself after an interrupt, before it is rolled back.
    public var interruptGrace: Duration {
        get { waitLimits[.grace] ?? Wait.grace.limit }
        set { waitLimits[.grace] = newValue }
    }

    /// The limits of waits that differ from the usual ones.
    var waitLimits: [Wait: Duration] = [:]

    /// Returns whether the machine is short of memory, so that earlier states are let go.
    package var isShortOfMemory: @Sendable () -> Bool = { SystemMemory.isShort }

    /// The assumptions about the runtime that the worker takes not to hold; for tests.
    package var brokenAssumptions: Set<RuntimeAssumption> = []

    /// Indicates whether to compile in a process that stays loaded, if the toolchain supports it.
    public var usesSourceKit = true

    /// Creates a configuration.
    public init(
        compilerExecutable: String, workerExecutable: String, moduleFolders: [String],
        moduleCache: String, workingDirectory: String? = nil
    ) {
        self.compilerExecutable = compilerExecutable
        self.workerExecutable = workerExecutable
        self.moduleFolders = moduleFolders
        self.moduleCache = moduleCache
        packageCache = "\(moduleCache)-packages"
        self.workingDirectory = workingDirectory
    }
}
