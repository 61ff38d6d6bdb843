internal import ArgumentParser
internal import Files
internal import Glibc
internal import Processes

/// The arguments that determine the place of an installation.
struct PlaceArguments: ParsableArguments {
    /// Indicates whether the place is that of the user.
    @Flag(help: "For you alone, in ~/.local; this is the default.")
    var user = false

    /// The prefix of the place.
    @Option(help: "Under a prefix, such as /usr/local.", completion: .directory)
    var prefix: String?

    /// Indicates whether the place is the active Python environment.
    @Flag(help: "In the Python environment that is active, beside its Jupyter.")
    var sysPrefix = false

    func validate() throws {
        guard [user, prefix != nil, sysPrefix].filter({ $0 }).count <= 1 else {
            throw ValidationError("choose one of --user, --prefix and --sys-prefix")
        }
    }

    /// Returns the place.
    ///
    /// - Throws: `CommandFailure` if the environment does not determine it.
    func place(environment: [String: String]) throws(CommandFailure) -> InstallationPlace {
        if let prefix { return InstallationPlace(prefix: try Self.absolute(prefix)) }
        if sysPrefix { return InstallationPlace(prefix: try Self.pythonPrefix(environment)) }
        guard let place = InstallationPlace(environment: environment) else {
            throw CommandFailure(
                "could not find your home folder: HOME is not set; set it, or use --prefix",
                code: ExitStatus.badInput)
        }
        return place
    }

    /// Returns an absolute path.
    private static func absolute(_ path: String) throws(CommandFailure) -> String {
        guard !path.hasPrefix("/") else {
            return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        }
        guard let folder = getcwd(nil, 0) else {
            throw CommandFailure(
                "could not find the folder \(path): \(ErrorNumber.last)",
                code: ExitStatus.badInput)
        }
        defer { free(folder) }
        return "\(String(cString: folder))/\(path)"
    }

    /// Returns the prefix of the Python environment: of the active one, or of the `python3` on the
    /// `PATH`.
    private static func pythonPrefix(
        _ environment: [String: String]
    ) throws(CommandFailure) -> String {
        let active = environment["VIRTUAL_ENV"] ?? environment["CONDA_PREFIX"] ?? ""
        guard active.isEmpty else { return active }
        let script = ["python3", "-c", "import sys; print(sys.prefix)"]
        let run = try? ProgramRun("/usr/bin/env", script)
        guard let run, run.exit.isSuccess, run.output.hasPrefix("/") else {
            throw CommandFailure(
                "could not find Python: no environment is active and python3 does not run; "
                    + "activate one, or use --prefix", code: ExitStatus.badInput)
        }
        return String(run.output.prefix { $0 != "\n" })
    }
}
