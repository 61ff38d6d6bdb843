/// Packages that cells can import the modules of.
package struct LoadedPackages: Sendable {
    /// What the person has asked for, a line each.
    package let requests: [String]

    /// The names of the modules.
    package let modules: [String]

    /// The folders with the modules.
    package let moduleFolders: [String]

    /// What else the compiler has to be told, by the names of the targets that it is about: packages that
    /// were added apart from one another may have some of them in common.
    package let compilerArguments: [(target: String, arguments: [String])]

    /// The path of the library with the code.
    package let library: String

    /// What tells these packages from all others.
    package let identity: String

    /// Describes packages that have been built.
    package init(
        requests: [String], modules: [String], moduleFolders: [String],
        compilerArguments: [(target: String, arguments: [String])], library: String,
        identity: String
    ) {
        self.requests = requests
        self.modules = modules
        self.moduleFolders = moduleFolders
        self.compilerArguments = compilerArguments
        self.library = library
        self.identity = identity
    }
}

extension LoadedPackages: Equatable {
    /// Whether two have been built of the same sources.
    package static func == (first: LoadedPackages, second: LoadedPackages) -> Bool {
        first.identity == second.identity
    }
}

extension [LoadedPackages] {
    /// What else the compiler has to be told, once for each target.
    package var compilerArguments: [String] {
        var told: Set<String> = []
        return flatMap(\.compilerArguments).filter { told.insert($0.target).inserted }
            .flatMap(\.arguments)
    }

    /// The folders with the modules.
    package var moduleFolders: [String] { flatMap(\.moduleFolders) }
}
