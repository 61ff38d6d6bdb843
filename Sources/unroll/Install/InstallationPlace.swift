/// The paths of an installation of Unroll.
struct InstallationPlace: Sendable, Equatable {
    /// The folder of the programs and their data.
    let programs: String

    /// The folder in which Jupyter finds the kernel.
    let kernel: String

    /// The symbolic link by which shells find the program.
    let command: String

    /// Creates the paths under a prefix, such as `/usr/local` or a virtual environment.
    init(prefix: String) {
        programs = "\(prefix)/share/unroll"
        kernel = "\(prefix)/share/jupyter/kernels/unroll"
        command = "\(prefix)/bin/unroll"
    }

    /// Creates the paths for a single user, where Jupyter keeps its own files for that user.
    ///
    /// - Source: XDG Base Directory Specification; `jupyter_core.paths.jupyter_data_dir`.
    init?(environment: [String: String]) {
        guard let home = environment["HOME"], !home.isEmpty else { return nil }
        let data = Self.folder(environment["XDG_DATA_HOME"]) ?? "\(home)/.local/share"
        let jupyter = Self.folder(environment["JUPYTER_DATA_DIR"]) ?? "\(data)/jupyter"
        programs = "\(data)/unroll"
        kernel = "\(jupyter)/kernels/unroll"
        command = "\(home)/.local/bin/unroll"
    }

    /// Returns the folder in a variable; relative paths are ignored.
    private static func folder(_ value: String?) -> String? {
        value.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
}
