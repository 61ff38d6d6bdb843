import Files

/// The programs that are built together with the tests.
public enum BuiltPrograms {
    /// The folder of the programs, which is that of the tests.
    public static let folder: String = {
        let tests = FilePath.resolvingLinks("/proc/self/exe") ?? ""
        // If Swift Testing's runner is in another folder, the tests' own bundle is an argument.
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? tests
        return FilePath.folder(of: FilePath.resolvingLinks(bundle) ?? bundle)
    }()

    /// The kernel whose behavior the tests determine.
    public static var fakeKernel: String { "\(folder)/fake-kernel" }
}
