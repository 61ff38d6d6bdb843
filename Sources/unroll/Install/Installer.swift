internal import Files
internal import Glibc
internal import Processes
internal import ZeroMQ

/// Copies Unroll to a place and tells Jupyter of it, or takes both back.
struct Installer {
    /// What is copied.
    let source: Installation

    /// Where it goes.
    let place: InstallationPlace

    /// The modules that cells may import, and the one that these are made of.
    private static let modules = [
        "CellRuntime", "Display", "Files", "JSON", "Plotting", "Recurrent", "RNNToolkit",
        "SequenceTasks", "TensorFiles", "XML",
    ]

    /// The texts that networks learn on, which cells find beside the program that runs them.
    private static let texts = ["time-machine.txt"]

    /// The pictures of the kernel, by their names here and as Jupyter looks for them.
    private static let logos = [
        "logo-32x32.png": "logo-32x32.png", "logo-64x64.png": "logo-64x64.png",
        "logo.svg": "logo-svg.svg",
    ]

    // MARK: Installing

    /// Copies everything, then registers the kernel and makes the link for shells.
    ///
    /// Each folder is made whole beside the one whose place it takes.
    ///
    /// - Returns: whether the link could be made; something else may be in its place.
    /// - Throws: `CommandFailure`, with the file that could not be copied and why.
    func install() throws(CommandFailure) -> Bool {
        try replace(place.programs) { folder throws(CommandFailure) in
            try copyPrograms(to: folder)
            try copyModules(to: "\(folder)/Modules")
            try copyTexts(to: "\(folder)/Texts")
            try copyDescription(to: folder)
        }
        try replace(place.kernel) { folder throws(CommandFailure) in
            try writeSpecification(to: folder)
        }
        try FileTree.makeFolder(Self.parent(of: place.command))
        return try FileTree.link(place.command, to: "\(place.programs)/unroll")
    }

    /// Makes a folder beside another, and puts it in the other's place when it is whole.
    private func replace(
        _ target: String, by fill: (String) throws(CommandFailure) -> Void
    ) throws(CommandFailure) {
        let staged = "\(Self.parent(of: target))/.unroll-new"
        TemporaryFolder.remove(staged)
        try FileTree.makeFolder(staged)
        do throws(CommandFailure) {
            try fill(staged)
            try FileTree.replace(target, with: staged)
        } catch {
            TemporaryFolder.remove(staged)
            throw error
        }
    }

    /// Copies the programs.
    private func copyPrograms(to folder: String) throws(CommandFailure) {
        for program in [source.executable, source.compiler, source.worker] {
            try FileTree.copy(program, to: "\(folder)/\(Self.name(of: program))")
        }
    }

    /// Copies the modules of the toolkit, and the headers of what they are made of.
    private func copyModules(to folder: String) throws(CommandFailure) {
        try FileTree.makeFolder("\(folder)/CVectorKernels")
        for module in Self.modules {
            for name in ["\(module).swiftmodule", "\(module).swiftdoc"] {
                try FileTree.copy("\(source.modules)/\(name)", to: "\(folder)/\(name)")
            }
        }
        for name in ["module.modulemap", "CVectorKernels.h", "CElementaryFunctions.h"] {
            try FileTree.copy(
                "\(source.kernelHeaders)/\(name)", to: "\(folder)/CVectorKernels/\(name)")
        }
    }

    /// Copies the texts.
    private func copyTexts(to folder: String) throws(CommandFailure) {
        try FileTree.makeFolder(folder)
        for name in Self.texts {
            try FileTree.copy("\(source.texts)/\(name)", to: "\(folder)/\(name)")
        }
    }

    /// Copies what it takes to install the copy somewhere else.
    private func copyDescription(to folder: String) throws(CommandFailure) {
        try FileTree.copy(source.kernelSpecification, to: "\(folder)/kernel.json")
        try FileTree.makeFolder("\(folder)/logos")
        for name in Self.logos.keys {
            try FileTree.copy("\(source.logos)/\(name)", to: "\(folder)/logos/\(name)")
        }
    }

    /// Writes what Jupyter reads.
    private func writeSpecification(to folder: String) throws(CommandFailure) {
        let bytes = (try? WholeFile.read(source.kernelSpecification)) ?? []
        let specification = try KernelSpecificationFile(parsing: bytes)
        let text = specification.text(
            program: "\(place.programs)/unroll", encrypts: CurveKeyPair.isSupported)
        try FileTree.write(text, to: "\(folder)/kernel.json")
        for (name, jupyterName) in Self.logos {
            try FileTree.copy("\(source.logos)/\(name)", to: "\(folder)/\(jupyterName)")
        }
    }

    // MARK: Uninstalling

    /// Removes what an installation has made.
    ///
    /// - Returns: the paths that were there.
    func uninstall() -> [String] {
        var removed: [String] = []
        if FileTree.target(ofLink: place.command) == "\(place.programs)/unroll" {
            unlink(place.command)
            removed.append(place.command)
        }
        for folder in [place.kernel, place.programs] where access(folder, F_OK) == 0 {
            TemporaryFolder.remove(folder)
            removed.append(folder)
        }
        return removed.filter { access($0, F_OK) != 0 }
    }

    // MARK: Paths

    /// Returns the folder of a file.
    private static func parent(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }

    /// Returns a file's name in its folder.
    private static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
