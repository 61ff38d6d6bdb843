internal import Files

/// The kernels installed on this machine, found where Jupyter looks for them.
///
/// - Source: `jupyter_core.paths.jupyter_path` and the section "Kernel specs" of jupyter_client.
public struct KernelCatalog: Sendable {
    /// The folders that contain kernel folders, in search order.
    public let folders: [String]

    /// Creates a catalog of some folders.
    public init(folders: [String]) {
        self.folders = folders
    }

    /// Creates a catalog of the folders that the environment specifies.
    ///
    /// Since Python is not run, its prefix is taken from an active virtual or conda environment,
    /// and from the location of `jupyter` on the path.
    ///
    /// - Parameter prefix: the prefix of this program's installation, whose kernels are found as
    ///   well.
    public init(environment: [String: String], prefix: String? = nil) {
        var roots = Self.paths(environment["JUPYTER_PATH"])
        roots += [environment["VIRTUAL_ENV"], environment["CONDA_PREFIX"]]
            .compactMap { $0.map { "\($0)/share/jupyter" } }
        roots += Self.userFolder(environment).map { [$0] } ?? []
        roots += prefix.map { ["\($0)/share/jupyter"] } ?? []
        roots +=
            Self.paths(environment["PATH"])
            .first { FilePath.isExecutable("\($0)/jupyter") }
            .map { ["\($0)/../share/jupyter"] } ?? []
        roots += ["/usr/local/share/jupyter", "/usr/share/jupyter"]
        var seen: Set<String> = []
        folders = roots.map { "\($0)/kernels" }.filter { seen.insert($0).inserted }
    }

    /// Returns the specification of a kernel.
    ///
    /// - Throws: `JupyterClientError` if there is no such kernel, with the names of the installed
    ///   ones, or if its specification is invalid.
    public func specification(
        named name: String
    ) throws(JupyterClientError) -> KernelSpecification {
        for folder in folders {
            for entry in Self.kernelNames(in: folder) where entry.lowercased() == name.lowercased()
            {
                return try KernelSpecification(
                    name: entry.lowercased(), folder: "\(folder)/\(entry)")
            }
        }
        throw .unknownKernel(name: name, installed: names)
    }

    /// The names of all kernels, sorted.
    public var names: [String] {
        Set(folders.flatMap(Self.kernelNames).map { $0.lowercased() }).sorted()
    }

    /// Returns the names of the kernels in a folder.
    private static func kernelNames(in folder: String) -> [String] {
        FolderListing.visibleNames(in: folder).filter { name in
            name.utf8.allSatisfy(isNameByte) && FilePath.exists("\(folder)/\(name)/kernel.json")
        }
    }

    /// Returns whether a kernel's name may contain a byte.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// Returns the folder of the user's data.
    private static func userFolder(_ environment: [String: String]) -> String? {
        if let folder = environment["JUPYTER_DATA_DIR"], !folder.isEmpty { return folder }
        if let folder = environment["XDG_DATA_HOME"], !folder.isEmpty { return "\(folder)/jupyter" }
        return environment["HOME"].map { "\($0)/.local/share/jupyter" }
    }

    /// Splits a list of paths.
    private static func paths(_ list: String?) -> [String] {
        (list ?? "").split(separator: ":").map(String.init)
    }
}
