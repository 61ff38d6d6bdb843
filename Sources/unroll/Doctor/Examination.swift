internal import CellEngine
internal import Digests
internal import Files
internal import Glibc
internal import JupyterClient
internal import Processes
internal import ZeroMQ

/// Looks at everything that Unroll needs, part by part.
struct Examination {
    /// The copy that is examined.
    let installation: Installation

    /// Where kernels are looked for.
    let environment: [String: String]

    /// What is found, in the order in which things depend on each other.
    func findings() async -> [Finding] {
        var findings = [toolchain, sourceKit, linker, libzmq, libsodium, programs, moduleCache]
        if findings.allSatisfy({ $0.isFound || $0.isOptional }) {
            findings.append(await trial())
        }
        return findings + [kernelSpecification]
    }

    // MARK: The toolchain

    /// The folder of the toolchain that Unroll was built with, where the compiler process looks.
    private var toolchainFolder: String? {
        let suffix = "/lib/swift/host"
        return (try? WholeFile.read(installation.compiler)).flatMap(ProgramFile.init)?
            .libraryFolders.first { $0.hasSuffix(suffix) }
            .map { String($0.dropLast(suffix.utf8.count)) }
    }

    /// The toolchain, of which cells need the very version that Unroll was built with.
    private var toolchain: Finding {
        let wanted = KernelIdentity.swiftVersion
        guard let folder = toolchainFolder else {
            return .missing(
                "toolchain", "\(installation.compiler) cannot be read: make install")
        }
        let frontend = "\(folder)/bin/swift-frontend"
        guard access(frontend, X_OK) == 0 else {
            return .missing(
                "toolchain",
                "Swift \(wanted) is no longer in \(folder): install it there again, "
                    + "or build with the one that you have: make install")
        }
        let run = try? ProgramRun(frontend, ["--version"])
        let version = Self.version(in: run?.output ?? "") ?? "of an unknown version"
        guard version == wanted else {
            return .missing(
                "toolchain",
                "\(folder) is now Swift \(version), and Unroll was built with "
                    + "\(wanted): make install")
        }
        return .found("toolchain", "Swift \(version) in \(folder)")
    }

    /// Finds the number in what a compiler says of its version.
    private static func version(in text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace)
        let index = words.indices.first { words[$0] == "version" && $0 + 1 < words.count }
        return index.map { String(words[$0 + 1]) }
    }

    /// The compiler as a library.
    private var sourceKit: Finding {
        let path = "\(toolchainFolder ?? "")/lib/libsourcekitdInProc.so"
        guard access(path, R_OK) == 0 else {
            return .missing(
                "sourcekitd",
                "cells compile three times slower and are not completed: "
                    + "install a whole toolchain of Swift \(KernelIdentity.swiftVersion)",
                isOptional: true)
        }
        return .found("sourcekitd", path)
    }

    /// What makes cells loadable.
    private var linker: Finding {
        let inToolchain = "\(toolchainFolder ?? "")/bin/ld.lld"
        let candidates = ["/usr/bin/ld", inToolchain, "/usr/bin/ld.gold"]
        guard let path = candidates.first(where: { access($0, X_OK) == 0 }) else {
            return .missing("linker", "apt-get install binutils")
        }
        return .found("linker", path)
    }

    // MARK: Libraries

    /// The library for sockets; without it, this program would not have started.
    private var libzmq: Finding {
        let security = CurveKeyPair.isSupported ? "with CURVE" : "without CURVE"
        return .found("libzmq", "\(ZeroMQLibrary.version), \(security)")
    }

    /// The library for signatures; without it, this program would not have started.
    private var libsodium: Finding {
        .found("libsodium", SodiumLibrary.version)
    }

    // MARK: Unroll's own parts

    /// The two programs that compile and run cells, and the libraries that they start with.
    private var programs: Finding {
        for program in [installation.compiler, installation.worker] {
            guard access(program, X_OK) == 0 else {
                return .missing("programs", "\(program) is not there: make install")
            }
            let missing = Self.missingLibraries(of: program)
            guard missing.isEmpty else {
                let remedy =
                    missing.contains { $0.hasPrefix("libopenblas") }
                    ? "apt-get install libopenblas0" : "make install"
                let rest = missing.count > 1 ? " and \(missing.count - 1) more" : ""
                return .missing(
                    "programs", "\(program) does not find \(missing[0])\(rest): \(remedy)")
            }
        }
        return .found("programs", "cell-compiler and cell-worker in \(installation.folder)")
    }

    /// Asks the system's loader which libraries of a program it cannot find.
    private static func missingLibraries(of program: String) -> [String] {
        let run = try? ProgramRun(program, adding: ["LD_TRACE_LOADED_OBJECTS": "1"])
        return (run?.output ?? "").split(separator: "\n").filter { $0.hasSuffix("=> not found") }
            .compactMap { $0.split(whereSeparator: \.isWhitespace).first.map(String.init) }
    }

    /// The folder in which the compiler keeps what it makes of the system's headers.
    private var moduleCache: Finding {
        let path = installation.engine.moduleCache
        if let problem = CacheStore(path: path).problem {
            return .missing(
                "module cache", "\(problem), or set XDG_CACHE_HOME to a folder of yours")
        }
        guard access(path, W_OK) == 0 else {
            return .missing(
                "module cache",
                "\(path) cannot be written: set XDG_CACHE_HOME to a folder of yours")
        }
        return .found("module cache", path)
    }

    /// All the parts at work.
    private func trial() async -> Finding {
        do throws(CommandFailure) {
            let duration = try await TrialCell(engine: installation.engine).run()
            let milliseconds = duration / .milliseconds(1)
            return .found("a cell", "ran, \(Int(milliseconds)) ms after the start of all processes")
        } catch {
            return .missing("a cell", "\(error); where the toolchain has changed: make install")
        }
    }

    // MARK: Jupyter

    /// The kernel as Jupyter knows it.
    private var kernelSpecification: Finding {
        let name = KernelChoice.ownName
        do throws(JupyterClientError) {
            let specification = try KernelCatalog(environment: environment)
                .specification(named: name)
            let program = specification.arguments.first ?? ""
            guard !program.hasPrefix("/") || access(program, X_OK) == 0 else {
                return .missing(
                    "kernelspec",
                    "\(specification.folder) starts \(program), which is gone: "
                        + "unroll install", isOptional: true)
            }
            return .found("kernelspec", "\(specification.folder) starts \(program)")
        } catch {
            return .missing(
                "kernelspec", "Jupyter does not know the kernel yet: unroll install",
                isOptional: true)
        }
    }
}
