internal import CellProtocol
internal import CellSession
internal import Evaluation
internal import Files
internal import Glibc
internal import Processes

extension SwiftEvaluator {
    /// The packages of the session, for a person.
    var packagesText: String {
        let packages = session.table.packages
        guard !packages.isEmpty else {
            return "no packages; '%package ADDRESS VERSION' adds one"
        }
        return packages.flatMap { set in
            set.requests.map { "\($0)" } + ["    import \(set.modules.joined(separator: ", "))"]
        }.joined(separator: "\n")
    }

    /// Has packages built, and lets cells import their modules.
    ///
    /// As a cell: where it fails, there are no new packages, and it can be undone.
    func addPackages(
        _ lines: [String], in cell: Cell, _ observer: any EvaluationObserver
    ) async throws {
        var requests: [PackageRequest] = []
        for line in lines {
            do throws(CommandProblem) {
                requests.append(try PackageRequest(line: line, folder: await workingDirectory))
            } catch {
                throw Self.commandFailure(error)
            }
        }
        guard !requests.isEmpty else {
            throw Self.commandFailure(CommandProblem("'%%package' names no package"))
        }
        for request in requests {
            if let path = request.path, !FilePath.exists("\(path)/Package.swift") {
                throw Self.commandFailure(
                    CommandProblem("there is no package at \(path): it has no Package.swift"))
            }
        }
        let packages = try await built(requests, cell, observer)
        if session.table.packages.contains(where: {
            $0.library == packages.library && $0.identity != packages.identity
        }) {
            throw Self.commandFailure(
                CommandProblem(
                    "\(requests[0].place) has changed since the session has loaded it; restart the "
                        + "kernel to use it as it is now"))
        }
        let before = session.table
        session.add(packages)
        do {
            var loading = cell
            loading.code = "do {}"
            try await run(loading, observer: observer)
        } catch {
            session.takeBack(packages, to: before)
            throw error
        }
        observer.observe(
            .text("import \(packages.modules.joined(separator: ", "))\n", to: .standardOutput))
    }

    /// Fetches and builds packages.
    private func built(
        _ requests: [PackageRequest], _ cell: Cell, _ observer: any EvaluationObserver
    ) async throws -> LoadedPackages {
        guard let toolchain = await compiler.greeting() else {
            throw Self.commandFailure(
                CommandProblem("there is no toolchain to build packages with"))
        }
        let swift = "\(toolchain.root)/bin/swift"
        let folder = PackageFolder(
            of: requests, in: configuration.packageCache, toolchain: toolchain.root)
        func shell(_ script: String) async throws -> ProcessExit {
            let exit = try await runScript(script, in: cell, observer)
            if lookahead.isInterrupted { throw Self.interruption(.rolledBack) }
            return exit
        }
        guard try await shell(folder.fetching(with: swift)).isSuccess else {
            throw Self.commandFailure(folder.fetchProblem)
        }
        guard try await shell(folder.describing(folder.dependencies, with: swift)).isSuccess else {
            throw Self.commandFailure(
                CommandProblem("could not read the manifests of the packages"))
        }
        let products = folder.products
        guard !products.isEmpty else {
            throw Self.commandFailure(CommandProblem("the packages offer no library to import"))
        }
        guard try await shell(folder.building(products, with: swift)).isSuccess else {
            throw Self.commandFailure(CommandProblem("the packages could not be built; see above"))
        }
        return folder.loaded()
    }
}
