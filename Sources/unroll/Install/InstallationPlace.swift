/// Where a copy of Unroll is, or is to be, installed.
struct InstallationPlace: Sendable, Equatable {
    /// The folder with the programs and what belongs to them.
    let programs: String

    /// The folder in which Jupyter finds the kernel.
    let kernel: String

    /// The link by which shells find the program.
    let command: String

    /// The place under a prefix, such as `/usr/local` or a virtual environment.
    init(prefix: String) {
        programs = "\(prefix)/share/unroll"
        kernel = "\(prefix)/share/jupyter/kernels/unroll"
        command = "\(prefix)/bin/unroll"
    }

    /// The place for one person, where Jupyter keeps its own files for that person.
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

    /// Returns a folder that a variable names; relative ones do not count.
    private static func folder(_ value: String?) -> String? {
        value.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
}
