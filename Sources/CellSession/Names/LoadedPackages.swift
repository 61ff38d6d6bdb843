/// Packages that cells can import the modules of.
package struct LoadedPackages: Sendable {
    /// The requests of the person, a line each.
    package let requests: [String]

    /// The names of the modules.
    package let modules: [String]

    /// The folders with the modules.
    package let moduleFolders: [String]

    /// Further arguments of the compiler by target: packages that were added separately may share
    /// some of them.
    package let compilerArguments: [(target: String, arguments: [String])]

    /// The path of the library with the code.
    package let library: String

    /// A text that differs between any two sets of packages.
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
    /// Returns whether two have been built of the same sources.
    package static func == (first: LoadedPackages, second: LoadedPackages) -> Bool {
        first.identity == second.identity
    }
}

extension [LoadedPackages] {
    /// Further arguments of the compiler, once for each target.
    package var compilerArguments: [String] {
        var told: Set<String> = []
        return flatMap(\.compilerArguments).filter { told.insert($0.target).inserted }
            .flatMap(\.arguments)
    }

    /// The folders with the modules.
    package var moduleFolders: [String] { flatMap(\.moduleFolders) }
}
