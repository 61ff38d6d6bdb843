internal import CellEngine
internal import Files
internal import Glibc

/// The paths of this copy of Unroll's parts, beside the program itself.
struct Installation: Sendable {
    /// The folder of the program.
    let folder: String

    /// The copy that this process runs.
    static var ofThisProcess: Installation {
        let program = FilePath.resolvingLinks("/proc/self/exe") ?? ""
        return Installation(folder: FilePath.folder(of: program))
    }

    /// The path of the program itself.
    var executable: String { "\(folder)/unroll" }

    /// The path of the compiler process's program.
    var compiler: String { "\(folder)/cell-compiler" }

    /// The path of the worker process's program.
    var worker: String { "\(folder)/cell-worker" }

    /// The folder of the toolkit's modules.
    var modules: String { "\(folder)/Modules" }

    /// The folder of the C kernels' module map.
    ///
    /// An installed copy has it among the other modules; in a build, it is in the sources.
    var kernelHeaders: String {
        file("Modules/CVectorKernels", inClone: "Sources/CVectorKernels/include")
    }

    /// The kernel's specification for Jupyter, whose program is found on the `PATH`.
    var kernelSpecification: String { file("kernel.json", inClone: "kernel.json") }

    /// The folder of the text corpora.
    var texts: String { file("Texts", inClone: "Sources/SequenceTasks/Texts") }

    /// The folder of the kernel's logos.
    var logos: String { file("logos", inClone: "Resources") }

    /// The folders of the modules that every cell may import.
    var moduleFolders: [String] {
        [modules, kernelHeaders]
    }

    /// The configuration of an engine with these parts.
    var engine: EngineConfiguration {
        var engine = EngineConfiguration(
            compilerExecutable: compiler, workerExecutable: worker, moduleFolders: moduleFolders,
            moduleCache: CacheFolder.modules)
        engine.packageCache = CacheFolder.packages
        return engine
    }

    /// Returns the path of a part that is not built: beside the program in an installed copy, and
    /// in the clone, which contains the program's folder, in a build.
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
