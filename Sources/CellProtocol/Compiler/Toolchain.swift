/// The Swift toolchain that Unroll was built with, and works with.
public struct Toolchain: Codable, Sendable, Hashable {
    /// The folder that holds `bin` and `lib`.
    public var root: String

    /// Takes a toolchain by its folder.
    public init(root: String) {
        self.root = root
    }

    /// The folder of the libraries that Swift programs run with.
    public var runtimeLibraries: String { "\(root)/lib/swift/linux" }

    /// The object that every image with Swift code links, so that its types are known.
    public var runtimeStartup: String { "\(runtimeLibraries)/\(Self.architecture)/swiftrt.o" }

    /// The compiler as a library.
    public var sourceKit: String { "\(root)/lib/libsourcekitdInProc.so" }

    /// The compiler as a program.
    public var frontend: String { "\(root)/bin/swift-frontend" }

    /// The program that maps addresses to lines.
    public var symbolizer: String { "\(root)/bin/llvm-symbolizer" }

    /// The folders of the macros that come with the toolchain.
    public var pluginFolders: [String] {
        ["\(root)/lib/swift/host/plugins", "\(root)/local/lib/swift/host/plugins"]
    }

    /// The processor family that this process was compiled for, as toolchains name it.
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
