internal import CellSession
internal import Digests
internal import Files
internal import JSON
internal import Processes

/// The folder in which some packages are built, as the dependencies of one of its own.
struct PackageFolder {
    /// The packages that are built there.
    let requests: [PackageRequest]

    /// The folder's path.
    let path: String

    /// Names the folder of some packages.
    ///
    /// - Parameter cache: the folder of all such folders.
    init(of requests: [PackageRequest], in cache: String, toolchain: String) {
        self.requests = requests
        let content = [toolchain] + requests.map(\.dependency)
        path = "\(cache)/\(Digest(of: content.joined(separator: "\n")))"
    }

    /// The name of the package, of its target, and of its library.
    private static let name = "UnrollPackages"

    /// The file with the output of the fetch.
    private var log: String { "\(path)/fetch.log" }

    /// A product of a package that cells can import.
    struct Product: Sendable, Hashable {
        /// Its name.
        let name: String
        /// The identity of its package.
        let package: String
    }

    // MARK: Manifests

    /// Returns the manifest of a package that depends on the others.
    func manifest(products: [Product]) -> String {
        let dependencies = requests.map { "        \($0.dependency)," }.joined(separator: "\n")
        let uses = products.map {
            ".product(name: \"\($0.name)\", package: \"\($0.package)\")"
        }.joined(separator: ", ")
        return """
            // swift-tools-version: 6.0
            import PackageDescription
            let package = Package(
                name: "\(Self.name)",
                products: [.library(name: "\(Self.name)", type: .dynamic, targets: ["\(Self.name)"])],
                dependencies: [
            \(dependencies)
                ],
                targets: [.target(name: "\(Self.name)", dependencies: [\(uses)])]
            )

            """
    }

    // MARK: Scripts

    /// Returns a script that fetches the packages, and writes down what they offer.
    func fetching(with swift: String) -> String {
        """
        mkdir -p '\(path)/Sources/\(Self.name)' && cd '\(path)' || exit 1
        rm -rf described && mkdir described
        : > 'Sources/\(Self.name)/Packages.swift'
        cat > Package.swift <<'UNROLL_MANIFEST'
        \(manifest(products: []))UNROLL_MANIFEST
        '\(swift)' package resolve > fetch.log 2>&1 || exit 2
        '\(swift)' package show-dependencies --format json > dependencies.json 2>> fetch.log || exit 2
        """
    }

    /// Returns a script that writes down what each package offers.
    func describing(_ packages: [Dependency], with swift: String) -> String {
        "cd '\(path)' || exit 1\n"
            + packages.map {
                "'\(swift)' package --package-path '\($0.path)' dump-package "
                    + "> 'described/\($0.identity).json' || exit 1"
            }.joined(separator: "\n")
    }

    /// Returns a script that builds the packages.
    func building(_ products: [Product], with swift: String) -> String {
        """
        cd '\(path)' || exit 1
        cat > Package.swift <<'UNROLL_MANIFEST'
        \(manifest(products: products))UNROLL_MANIFEST
        '\(swift)' build -c release --product \(Self.name) || exit 1
        """
    }

    // MARK: What has been found

    /// A package that was fetched.
    struct Dependency: Sendable, Hashable {
        /// The name by which SwiftPM knows it.
        let identity: String
        /// The path of the package.
        let path: String
        /// Indicates whether it was asked for, and not only used by one that was.
        let isDirect: Bool
    }

    /// The packages that were fetched: those that were asked for, and those that they use.
    var dependencies: [Dependency] {
        guard let text = try? WholeFile.readText("\(path)/dependencies.json"),
            let tree = try? JSONValue(parsing: text)
        else { return [] }
        var found: [Dependency] = []
        func add(_ nodes: JSONValue?, isDirect: Bool) {
            for node in nodes?.array ?? [] {
                guard let identity = node["identity"]?.string, let path = node["path"]?.string
                else { continue }
                if !found.contains(where: { $0.identity == identity }) {
                    found.append(Dependency(identity: identity, path: path, isDirect: isDirect))
                }
                add(node["dependencies"], isDirect: false)
            }
        }
        add(tree["dependencies"], isDirect: true)
        return found.sorted { $0.isDirect && !$1.isDirect }
    }

    /// Returns what a package says of itself.
    private func description(of dependency: Dependency) -> JSONValue? {
        (try? WholeFile.readText("\(path)/described/\(dependency.identity).json"))
            .flatMap { try? JSONValue(parsing: $0) }
    }

    /// The libraries that the packages offer which were asked for.
    var products: [Product] {
        dependencies.filter(\.isDirect).flatMap { dependency -> [Product] in
            (description(of: dependency)?["products"]?.array ?? []).compactMap { product in
                guard product["type"]?["library"] != nil, let name = product["name"]?.string else {
                    return nil
                }
                return Product(name: name, package: dependency.identity)
            }
        }
    }

    /// The modules that cells can import.
    private var modules: [String] {
        dependencies.filter(\.isDirect).flatMap { dependency -> [String] in
            let products = description(of: dependency)?["products"]?.array ?? []
            return products.filter { $0["type"]?["library"] != nil }
                .flatMap { $0["targets"]?.array?.compactMap(\.string) ?? [] }
        }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The targets of all packages that the compiler has to be told of.
    private func targets(ofType type: String) -> [(name: String, path: String)] {
        dependencies.flatMap { dependency -> [(name: String, path: String)] in
            (description(of: dependency)?["targets"]?.array ?? []).compactMap { target in
                guard target["type"]?.string == type, let name = target["name"]?.string else {
                    return nil
                }
                let folder = target["path"]?.string ?? "Sources/\(name)"
                return (name, "\(dependency.path)/\(folder)")
            }
        }
    }

    /// The packages, once they have been built.
    func loaded() -> LoadedPackages {
        let build = "\(path)/.build/release"
        let macros = targets(ofType: "macro").map(\.name).map { name in
            (target: name, arguments: ["-load-plugin-executable", "\(build)/\(name)-tool#\(name)"])
        }
        let headers = targets(ofType: "regular").compactMap {
            name, folder -> (target: String, arguments: [String])? in
            let own = "\(folder)/include/module.modulemap"
            let made = "\(build)/\(name).build/module.modulemap"
            guard let map = [own, made].first(where: FilePath.exists) else { return nil }
            return (name, ["-Xcc", "-fmodule-map-file=\(map)", "-Xcc", "-I\(folder)/include"])
        }
        let library = "\(build)/lib\(Self.name).so"
        return LoadedPackages(
            requests: requests.map(\.dependency), modules: modules,
            moduleFolders: ["\(build)/Modules"], compilerArguments: macros + headers,
            library: library,
            identity: Digest(of: (try? WholeFile.read(library)) ?? Array(path.utf8)).description)
    }

    // MARK: Problems

    /// Says why the packages could not be fetched.
    var fetchProblem: CommandProblem {
        let text = (try? WholeFile.readText(log)) ?? ""
        let errors = text.split(separator: "\n").filter {
            $0.contains("error: ") || $0.contains("fatal: ")
        }
        let unreachable = [
            "Could not resolve host", "unable to access", "Failed to connect", "timed out",
            "does not appear to be a git repository", "Could not read from remote", "unreachable",
            "Failed to clone repository",
        ]
        let place = requests.first { text.contains($0.place) }?.place ?? requests[0].place
        if unreachable.contains(where: text.contains) {
            return CommandProblem(
                "could not fetch \(place): there is no such repository, or the network cannot be "
                    + "reached; nothing has changed")
        }
        let cause = errors.first.map { $0.split(separator: "error: ").last.map(String.init) ?? "" }
        return CommandProblem("could not fetch \(place): \(cause ?? "see \(log)")")
    }
}
