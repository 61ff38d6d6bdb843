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

    /// Further arguments for the compiler.
    public var additionalArguments: [String]

    /// Makes a job.
    public init(
        moduleName: String, entryPoint: String, source: String, outputFolder: String,
        moduleFolders: [String], optimizes: Bool, emitsModule: Bool,
        additionalArguments: [String] = []
    ) {
        self.moduleName = moduleName
        self.entryPoint = entryPoint
        self.source = source
        self.outputFolder = outputFolder
        self.moduleFolders = moduleFolders
        self.optimizes = optimizes
        self.emitsModule = emitsModule
        self.additionalArguments = additionalArguments
    }
}
