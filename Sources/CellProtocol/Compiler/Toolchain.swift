/// The Swift toolchain with which Unroll was built, and which compiles cells.
public struct Toolchain: Codable, Sendable, Hashable {
    /// The folder that contains `bin` and `lib`.
    public var root: String

    /// Creates a reference to the toolchain in a folder.
    public init(root: String) {
        self.root = root
    }

    /// The folder of the runtime libraries.
    public var runtimeLibraries: String { "\(root)/lib/swift/linux" }

    /// The object that is linked into every image with Swift code, so that its types are
    /// registered.
    public var runtimeStartup: String { "\(runtimeLibraries)/\(Self.architecture)/swiftrt.o" }

    /// The path of the compiler library.
    public var sourceKit: String { "\(root)/lib/libsourcekitdInProc.so" }

    /// The path of the compiler program.
    public var frontend: String { "\(root)/bin/swift-frontend" }

    /// The path of the program that maps addresses to lines.
    public var symbolizer: String { "\(root)/bin/llvm-symbolizer" }

    /// The folders of the macros that belong to the toolchain.
    public var pluginFolders: [String] {
        ["\(root)/lib/swift/host/plugins", "\(root)/local/lib/swift/host/plugins"]
    }

    /// The processor architecture of this process, as toolchains name it.
    public static var architecture: String {
        #if arch(x86_64)
        "x86_64"
        #elseif arch(arm64)
        "aarch64"
        #else
        #error("Unroll runs on x86-64 and arm64")
        #endif
    }
}
