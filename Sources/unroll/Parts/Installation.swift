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

    /// The folder with the modules of the toolkit.
    var modules: String { "\(folder)/Modules" }

    /// The folder with the module map of the C kernels.
    ///
    /// An installed copy has it among the other modules; in a build, it lies with its source.
    var kernelHeaders: String {
        file("Modules/CVectorKernels", inClone: "Sources/CVectorKernels/include")
    }

    /// The description of the kernel for Jupyter, whose program is to be found on the `PATH`.
    var kernelSpecification: String { file("kernel.json", inClone: "kernel.json") }

    /// The folder with the texts that networks learn on.
    var texts: String { file("Texts", inClone: "Sources/SequenceTasks/Texts") }

    /// The folder with the pictures that stand for the kernel.
    var logos: String { file("logos", inClone: "Resources") }

    /// The folders with the modules that every cell may import.
    var moduleFolders: [String] {
        [modules, kernelHeaders]
    }

    /// The engine made of these parts.
    var engine: EngineConfiguration {
        EngineConfiguration(
            compilerExecutable: compiler, workerExecutable: worker, moduleFolders: moduleFolders,
            moduleCache: CacheFolder.modules)
    }

    /// The path of a part that does not come out of the build: beside the program in an installed
    /// copy, and in the clone, somewhere above the program, in a build.
    private func file(_ name: String, inClone path: String) -> String {
        let installed = "\(folder)/\(name)"
        guard access(installed, R_OK) != 0 else { return installed }
        var parent = folder[...]
        while let slash = parent.lastIndex(of: "/") {
            parent = parent[..<slash]
            let candidate = "\(parent)/\(path)"
            if access(candidate, R_OK) == 0 { return candidate }
        }
        return installed
    }
}
