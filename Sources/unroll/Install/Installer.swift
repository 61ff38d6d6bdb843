internal import Files
internal import Glibc
internal import JSON
internal import Processes
internal import ZeroMQ

/// An installer, which copies Unroll to a place and registers the kernel, or removes both.
struct Installer {
    /// The installation to copy.
    let source: Installation

    /// The target place.
    let place: InstallationPlace

    /// The modules that cells may import, and the C module on which they depend.
    private static let modules = [
        "CellRuntime", "Display", "Files", "Grading", "JSON", "Plotting", "Recurrent",
        "RNNToolkit", "SequenceTasks", "TensorFiles", "Widgets", "XML",
    ]

    /// The text corpora for training, which cells find beside the running program.
    private static let texts = ["time-machine.txt"]

    /// The logos of the kernel, by their names here and the names that Jupyter expects.
    private static let logos = [
        "logo-32x32.png": "logo-32x32.png", "logo-64x64.png": "logo-64x64.png",
        "logo.svg": "logo-svg.svg",
    ]

    // MARK: Installing

    /// Copies everything, registers the kernel and creates the link for shells.
    ///
    /// Each folder is completed beside the one that it replaces.
    ///
    /// - Returns: whether the link was created; something else may be in its place.
    /// - Throws: `CommandFailure` with the file that could not be copied and the cause.
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
        try FileTree.makeFolder(of: place.command)
        return try FileTree.link(place.command, to: "\(place.programs)/unroll")
    }

    /// Creates a folder beside another, and replaces the other by it when it is complete.
    private func replace(
        _ target: String, by fill: (String) throws(CommandFailure) -> Void
    ) throws(CommandFailure) {
        let staged = "\(FilePath.folder(of: target))/.unroll-new"
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
            try FileTree.copy(program, to: "\(folder)/\(FilePath.name(of: program))")
        }
    }

    /// Copies the toolkit's modules, and the C headers on which they depend.
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

    /// Copies the text corpora.
    private func copyTexts(to folder: String) throws(CommandFailure) {
        try FileTree.makeFolder(folder)
        for name in Self.texts {
            try FileTree.copy("\(source.texts)/\(name)", to: "\(folder)/\(name)")
        }
    }

    /// Copies the files from which the copy can itself be installed somewhere else.
    private func copyDescription(to folder: String) throws(CommandFailure) {
        try FileTree.copy(source.kernelSpecification, to: "\(folder)/kernel.json")
        try FileTree.makeFolder("\(folder)/logos")
        for name in Self.logos.keys {
            try FileTree.copy("\(source.logos)/\(name)", to: "\(folder)/logos/\(name)")
        }
    }

    /// Writes the kernel's specification.
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

    /// Removes the files of an installation.
    ///
    /// - Returns: the paths that existed.
    func uninstall() -> [String] {
        var removed: [String] = []
        if FileTree.target(ofLink: place.command) == "\(place.programs)/unroll" {
            unlink(place.command)
            removed.append(place.command)
        }
        for folder in [place.kernel, place.programs] where FilePath.exists(folder) {
            TemporaryFolder.remove(folder)
            removed.append(folder)
        }
        return removed.filter { !FilePath.exists($0) }
    }
}

/// The kernel's specification for Jupyter, for one place of installation.
struct KernelSpecificationFile {
    /// The specification in the clone, whose program is found on the `PATH`.
    let template: JSONObject

    /// Parses a specification.
    ///
    /// - Throws: `CommandFailure` if it is not an object.
    init(parsing bytes: [UInt8]) throws(CommandFailure) {
        guard let value = try? JSONValue(parsing: bytes), case .object(let object) = value else {
            throw CommandFailure(
                "could not read kernel.json: it is not an object; clone or install Unroll again",
                code: ExitStatus.badInput)
        }
        template = object
    }

    /// Returns the specification for a program.
    ///
    /// - Parameter encrypts: whether the installed libzmq supports encryption; a client that
    ///   expects it without support would wait forever.
    func text(program: String, encrypts: Bool) -> String {
        var object = template
        if case .array(let arguments) = object["argv"] {
            object["argv"] = .array([.string(program)] + arguments.dropFirst())
        }
        if !encrypts, case .object(var metadata) = object["metadata"] {
            metadata["supported_encryption"] = nil
            object["metadata"] = .object(metadata)
        }
        return JSONValue.object(object).text(style: .notebook) + "\n"
    }
}
