internal import JSON
internal import JupyterProtocol

/// What the kernel tells clients about itself.
enum KernelIdentity {
    /// The version of Unroll.
    static let version = "0.1.0"

    /// The version of Swift that Unroll was built with, and that cells are compiled with.
    static var swiftVersion: String { "\(_SwiftStdlibVersion.current)" }

    /// The answer to `kernel_info_request`.
    static var info: KernelInfoReply {
        KernelInfoReply(
            implementation: "unroll", implementationVersion: version,
            languageInfo: LanguageInfo(
                name: "swift", version: swiftVersion, mimeType: "text/x-swift",
                fileExtension: ".swift", pygmentsLexer: "swift", codeMirrorMode: "swift"),
            banner: """
                Unroll \(version) · Swift \(swiftVersion)
                Cells are compiled Swift; a cell that fails leaves everything as it was.
                """)
    }
}
