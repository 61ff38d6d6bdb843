internal import CellEngine
internal import Digests
internal import Files
internal import Glibc
internal import JupyterClient
internal import Processes
internal import ZeroMQ

/// A check of everything that Unroll needs.
struct Examination {
    /// The installation that is checked.
    let installation: Installation

    /// The environment, which determines where kernels are found.
    let environment: [String: String]

    /// The findings, in the order in which the parts depend on each other.
    func findings() async -> [Finding] {
        var findings = [toolchain, sourceKit, linker, libzmq, libsodium, programs, moduleCache]
        if findings.allSatisfy({ $0.isFound || $0.isOptional }) {
            findings += await trial()
        }
        return findings + [kernelSpecification]
    }

    // MARK: The toolchain

    /// The folder of the toolchain with which Unroll was built, and which the compiler process
    /// uses.
    private var toolchainFolder: String? {
        let suffix = "/lib/swift/host"
        return (try? WholeFile.read(installation.compiler)).flatMap(ProgramFile.init)?
            .libraryFolders.first { $0.hasSuffix(suffix) }
            .map { String($0.dropLast(suffix.utf8.count)) }
    }

    /// The toolchain, whose version must be the one with which Unroll was built.
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

    /// Returns the version number in the output of a compiler.
    private static func version(in text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace)
        let index = words.indices.first { words[$0] == "version" && $0 + 1 < words.count }
        return index.map { String(words[$0 + 1]) }
    }

    /// The compiler library.
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

    /// The linker, which makes cells loadable.
    private var linker: Finding {
        let inToolchain = "\(toolchainFolder ?? "")/bin/ld.lld"
        let candidates = ["/usr/bin/ld", inToolchain, "/usr/bin/ld.gold"]
        guard let path = candidates.first(where: { access($0, X_OK) == 0 }) else {
            return .missing("linker", "apt-get install binutils")
        }
        return .found("linker", path)
    }

    // MARK: Libraries

    /// The library libzmq, without which this program would not have started.
    private var libzmq: Finding {
        let security = CurveKeyPair.isSupported ? "with CURVE" : "without CURVE"
        return .found("libzmq", "\(ZeroMQLibrary.version), \(security)")
    }

    /// The library libsodium, without which this program would not have started.
    private var libsodium: Finding {
        .found("libsodium", SodiumLibrary.version)
    }

    // MARK: Unroll's own parts

    /// The two programs that compile and run cells, and the libraries that they need.
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

    /// Returns the libraries of a program that the system's loader cannot find.
    private static func missingLibraries(of program: String) -> [String] {
        let run = try? ProgramRun(program, adding: ["LD_TRACE_LOADED_OBJECTS": "1"])
        return (run?.output ?? "").split(separator: "\n").filter { $0.hasSuffix("=> not found") }
            .compactMap { $0.split(whereSeparator: \.isWhitespace).first.map(String.init) }
    }

    /// The folder of the cache for Clang modules.
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

    /// A cell that uses all parts.
    private func trial() async -> [Finding] {
        do throws(CommandFailure) {
            let outcome = try await TrialCell(engine: installation.engine).run()
            let milliseconds = Int(outcome.duration / .milliseconds(1))
            return [
                .found("a cell", "ran, \(milliseconds) ms after the start of all processes")
            ] + outcome.runtimeProblems.map { .missing("runtime", $0, isOptional: true) }
        } catch {
            return [.missing("a cell", "\(error); where the toolchain has changed: make install")]
        }
    }

    // MARK: Jupyter

    /// The kernel's installation for Jupyter.
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
