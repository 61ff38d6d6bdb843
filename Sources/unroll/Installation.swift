internal import CellEngine
internal import Glibc

/// Where the parts of this copy of Unroll lie: beside the program itself.
struct Installation: Sendable {
    /// The folder of the program.
    let folder: String

    /// Finds the parts of the copy that this process runs.
    static var ofThisProcess: Installation {
        let link = "/proc/self/exe"
        guard let path = realpath(link, nil) else { return Installation(folder: ".") }
        defer { free(path) }
        let executable = String(cString: path)
        let slash = executable.lastIndex(of: "/") ?? executable.startIndex
        return Installation(folder: String(executable[..<slash]))
    }

    /// The path of the program itself.
    var executable: String { "\(folder)/unroll" }

    /// The path of the program that compiles cells.
    var compiler: String { "\(folder)/cell-compiler" }

    /// The path of the program that runs cells.
    var worker: String { "\(folder)/cell-worker" }

    /// The folders with the modules that every cell may import.
    ///
    /// An installed copy has the module map of the C kernels among the others; in a build, it lies
    /// with its source.
    var moduleFolders: [String] {
        let modules = "\(folder)/Modules"
        guard access("\(modules)/CVectorKernels", R_OK) != 0 else { return [modules] }
        return [modules, "\(folder)/../../../Sources/CVectorKernels/include"]
    }

    /// The engine made of these parts.
    var engine: EngineConfiguration {
        EngineConfiguration(
            compilerExecutable: compiler, workerExecutable: worker, moduleFolders: moduleFolders,
            moduleCache: CacheFolder.path + "/modules")
    }
}
