internal import CellProtocol
internal import Files
internal import Glibc

/// A builder that turns a cell into a loadable object: it writes the source, compiles and links.
struct CellBuilder: Sendable {
    /// The toolchain.
    let toolchain: Toolchain

    /// The compiler.
    let compiler: any ObjectCompiler

    /// The linker.
    let linker: Linker

    /// The folder of the cache for Clang modules.
    let moduleCache: String

    /// Builds a cell.
    ///
    /// The compiler's files are named after the module. The loadable object is renamed into place
    /// when it is complete, so that it is never found half written.
    func build(_ job: CompileJob) throws(CompilerError) -> CompileResult {
        let arguments = CompilerArguments(
            job: job, toolchain: toolchain, moduleCache: moduleCache)
        try write(job.source, to: arguments.source)
        let compilation = try compiler.compile(arguments)
        guard compilation.succeeded, job.product == .object else {
            unlink(arguments.output("o"))
            return CompileResult(
                diagnostics: compilation.diagnostics, object: nil, libraries: [])
        }
        let object = arguments.output("o")
        let unfinished = arguments.output("so.unfinished")
        let finished = arguments.output("so")
        try linker.link(object, to: unfinished)
        let libraries = try AutolinkEntries(object: read(object), path: object).libraries
        guard rename(unfinished, finished) == 0 else {
            throw .file(
                path: finished, operation: "rename", cause: "\(ErrorNumber.last)")
        }
        unlink(object)
        return CompileResult(
            diagnostics: compilation.diagnostics, object: finished,
            libraries: libraries.map(path(ofLibrary:)))
    }

    /// Returns how to load a library: by path if it belongs to the toolchain, else by name.
    private func path(ofLibrary name: String) -> String {
        let file = "lib\(name).so"
        let own = "\(toolchain.runtimeLibraries)/\(file)"
        return access(own, R_OK) == 0 ? own : file
    }

    /// Writes a file that only the user can read.
    private func write(_ text: String, to path: String) throws(CompilerError) {
        do {
            try WholeFile.write(text.utf8, to: path, permissions: 0o600)
        } catch {
            throw CompilerError(error)
        }
    }

    /// Parses a file.
    private func read(_ path: String) throws(CompilerError) -> [UInt8] {
        do {
            return try WholeFile.read(path)
        } catch {
            throw CompilerError(error)
        }
    }
}

extension CompilerError {
    /// Creates an error from a file error.
    fileprivate init(_ error: FileError) {
        self = .file(
            path: error.path, operation: error.operation, cause: error.cause.description)
    }
}

/// The libraries that an object file requests.
///
/// The compiler writes linker options such as `-lFoundation` to the section
/// `.swift1_autolink_entries`, each terminated by a zero byte.
struct AutolinkEntries {
    /// The distinct names of the libraries, such as `Foundation`, in order.
    private(set) var libraries: [String] = []

    /// Reads an object file, which must be a little-endian 64-bit ELF file.
    ///
    /// - Throws: `CompilerError.malformedObject` if it is not.
    init(object bytes: [UInt8], path: String) throws(CompilerError) {
        let file = ObjectFile(bytes)
        guard let section = try file.section(named: ".swift1_autolink_entries", path: path) else {
            return
        }
        for option in section.split(separator: 0) {
            let option = String(decoding: option, as: UTF8.self)
            guard option.hasPrefix("-l") else { continue }
            let library = String(option.dropFirst(2))
            if !libraries.contains(library) { libraries.append(library) }
        }
    }
}
