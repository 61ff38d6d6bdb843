/// A cell to compile and link.
public struct CompileJob: Codable, Sendable, Hashable {
    /// The name of the cell's module.
    public var moduleName: String

    /// The name of the function that runs the cell's code.
    public var entryPoint: String

    /// The complete source, with its imports.
    public var source: String

    /// The folder for the compiler's output; its files are named after the module.
    public var outputFolder: String

    /// The folders of the modules that the source imports, in search order.
    public var moduleFolders: [String]

    /// Further arguments of the compiler, for modules of packages.
    public var packageArguments: [String] = []

    /// The language mode.
    public var languageMode = LanguageMode.five

    /// Indicates whether to optimize the code.
    public var optimizes: Bool

    /// Indicates whether other cells will import the module.
    public var emitsModule: Bool

    /// The requested output.
    public var product: Product

    /// Indicates whether a class may inherit from a class of another cell.
    ///
    /// If an ancestor of that class is in a third module, the compiler loses the overrides in
    /// between unless access control is disabled.
    public var inheritsAcrossCells: Bool

    /// Indicates whether access control is disabled, which is necessary if the compiler would
    /// require access modifiers that a script in one file does not need.
    public var ignoresAccess = false

    /// Indicates whether members can be used without an import of the module that declares them, as
    /// in a script in one file.
    public var ignoresMemberImports = false

    /// The output of a job.
    public enum Product: String, Codable, Sendable {
        /// A loadable object, and the module if that is emitted.
        case object
        /// Only the module.
        case moduleOnly
    }

    /// Creates a job.
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

/// The result of compiling a cell.
public struct CompileResult: Codable, Sendable, Hashable {
    /// The diagnostics, in the compiler's order.
    public var diagnostics: [Diagnostic]

    /// The path of the loadable object, or `nil` if the cell has errors.
    public var object: String?

    /// The libraries to load before the object, as passed to `dlopen`.
    public var libraries: [String]

    /// True if the code is not optimized because optimizing took too long, else `nil`.
    public var isUnoptimized: Bool?

    /// Creates a result.
    public init(diagnostics: [Diagnostic], object: String?, libraries: [String]) {
        self.diagnostics = diagnostics
        self.object = object
        self.libraries = libraries
    }
}

/// A language mode of the compiler, which determines the rules that it enforces and the answers of
/// `#if swift`.
public enum LanguageMode: Int, Codable, Sendable, Hashable, CaseIterable {
    /// Swift 5, with the features of the next mode that do not affect ordinary cells.
    case five = 5
    /// Swift 6, in which data races are errors.
    case six = 6
}
