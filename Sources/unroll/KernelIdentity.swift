internal import Files
internal import JSON
internal import JupyterProtocol

/// The kernel's description of itself.
enum KernelIdentity {
    /// The version of Unroll.
    static let version = "0.1.0"

    /// The version of Swift with which Unroll was built, and with which cells are compiled.
    ///
    /// The standard library does not provide the last of the three numbers, but a module does.
    static let swiftVersion: String = {
        let module = "\(Installation.ofThisProcess.modules)/Display.swiftmodule"
        let version = (try? WholeFile.read(module)).flatMap(version(inModule:))
        return version ?? "\(_SwiftStdlibVersion.current)"
    }()

    /// Returns the version of the compiler that wrote a module.
    private static func version(inModule bytes: [UInt8]) -> String? {
        let mark = Array("Swift version ".utf8)
        let start = bytes.indices.first {
            bytes[$0] == mark[0] && bytes[$0...].starts(with: mark)
        }
        guard let start else { return nil }
        let text = bytes[(start + mark.count)...].prefix {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
        }
        return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
    }

    /// The content of `kernel_info_reply`.
    static var info: KernelInfoReply {
        KernelInfoReply(
            implementation: "unroll", implementationVersion: version,
            languageInfo: LanguageInfo(
                name: "swift", version: swiftVersion, mimeType: "text/x-swift",
                fileExtension: ".swift", pygmentsLexer: "swift", codeMirrorMode: "swift"),
            banner: """
                Unroll \(version) · Swift \(swiftVersion)
                Cells are compiled Swift; a cell that fails leaves everything as it was.
                """,
            helpLinks: [
                HelpLink(
                    text: "The Swift Programming Language",
                    url: "https://docs.swift.org/swift-book/"),
                HelpLink(
                    text: "Swift Standard Library",
                    url: "https://developer.apple.com/documentation/swift/swift-standard-library"),
            ], supportedFeatures: ["kernel subshells"])
    }
}
