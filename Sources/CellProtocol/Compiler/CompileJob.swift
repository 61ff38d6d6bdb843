/// A cell to compile and link.
public struct CompileJob: Codable, Sendable, Hashable {
    /// The name of the cell's module.
    public var moduleName: String

    /// The name of the function that runs the cell's code.
    public var entryPoint: String

    /// The complete source, with its imports.
    public var source: String

    /// The folder for what the compiler makes; files are named after the module.
    public var outputFolder: String

    /// The folders with the modules that the source imports, the first the most important.
    public var moduleFolders: [String]

    /// Whether the code should be optimised.
    public var optimizes: Bool

    /// Whether other cells will import the module.
    public var emitsModule: Bool

    /// What is wanted.
    public var product: Product

    /// Whether a class may inherit from one of another cell. Of a class of which an ancestor lies in a
    /// third module, the compiler forgets what those between override, unless access is ignored.
    public var inheritsAcrossCells: Bool

    /// Whether to let the cell use what other cells do not let it: needed where the compiler asks for
    /// words that a script in one file would not need.
    public var ignoresAccess = false

    /// What a job can make.
    public enum Product: String, Codable, Sendable {
        /// An object that can be loaded, and the module where that is emitted.
        case object
        /// The module only.
        case moduleOnly
    }

    /// Makes a job.
    public init(
        moduleName: String, entryPoint: String, source: String, outputFolder: String,
        moduleFolders: [String], optimizes: Bool, emitsModule: Bool, product: Product,
        inheritsAcrossCells: Bool = false
    ) {
        self.moduleName = moduleName
        self.entryPoint = entryPoint
        self.source = source
        self.outputFolder = outputFolder
        self.moduleFolders = moduleFolders
        self.optimizes = optimizes
        self.emitsModule = emitsModule
        self.product = product
        self.inheritsAcrossCells = inheritsAcrossCells
    }
}
