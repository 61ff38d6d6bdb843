import Files
import JupyterClient
import TestSupport
import Testing

@Suite struct KernelCatalogTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Installs a kernel under a root, such as `user`.
    private func install(_ name: String, in root: String, displayName: String) throws {
        try folder.write(
            #"{"argv": ["run", "-f", "{connection_file}"], "display_name": "\#(displayName)","#
                + #" "language": "swift", "interrupt_mode": "message", "env": {"A": "${B}"}}"#,
            to: "\(root)/kernels/\(name)/kernel.json")
    }

    @Test func readsWhatAKernelSaysOfItself() throws {
        try install("unroll", in: "user", displayName: "Swift")
        let catalog = KernelCatalog(environment: ["JUPYTER_DATA_DIR": "\(folder.path)/user"])
        let specification = try catalog.specification(named: "unroll")
        #expect(
            specification
                == KernelSpecification(
                    name: "unroll", folder: "\(folder.path)/user/kernels/unroll",
                    arguments: ["run", "-f", "{connection_file}"], displayName: "Swift",
                    language: "swift", interruptMode: .message, environment: ["A": "${B}"]))
    }

    @Test func prefersThePathThenTheEnvironmentThenTheUser() throws {
        let path = folder.path
        let all = [
            "JUPYTER_PATH": "\(path)/first:\(path)/second", "VIRTUAL_ENV": "\(path)/venv",
            "CONDA_PREFIX": "\(path)/conda", "HOME": "\(path)/home", "PATH": "\(path)/prefix/bin",
        ]
        try folder.write("#!/bin/sh", to: "prefix/bin/jupyter", permissions: 0o755)
        let folders = KernelCatalog(environment: all).folders
        #expect(
            folders == [
                "\(path)/first/kernels", "\(path)/second/kernels",
                "\(path)/venv/share/jupyter/kernels", "\(path)/conda/share/jupyter/kernels",
                "\(path)/home/.local/share/jupyter/kernels",
                "\(path)/prefix/bin/../share/jupyter/kernels",
                "/usr/local/share/jupyter/kernels", "/usr/share/jupyter/kernels",
            ])
        try install("a", in: "second", displayName: "second")
        try install("a", in: "home/.local/share/jupyter", displayName: "home")
        let catalog = KernelCatalog(environment: all)
        #expect(try catalog.specification(named: "a").displayName == "second")
    }

    @Test(arguments: [
        (["XDG_DATA_HOME": "/x", "HOME": "/h"], "/x/jupyter/kernels"),
        (["JUPYTER_DATA_DIR": "/d", "XDG_DATA_HOME": "/x"], "/d/kernels"),
        (["JUPYTER_DATA_DIR": "", "HOME": "/h"], "/h/.local/share/jupyter/kernels"),
    ])
    func findsTheUsersFolder(environment: [String: String], folder: String) {
        #expect(KernelCatalog(environment: environment).folders.first == folder)
    }

    @Test func findsNamesInAnyCase() throws {
        try install("Unroll", in: "user", displayName: "Swift")
        let catalog = KernelCatalog(folders: ["\(folder.path)/user/kernels"])
        #expect(try catalog.specification(named: "UNROLL").name == "unroll")
        #expect(catalog.names == ["unroll"])
    }

    @Test func saysWhichKernelsThereAreInstead() throws {
        try install("b", in: "user", displayName: "B")
        try install("a", in: "user", displayName: "A")
        try folder.write("{}", to: "user/kernels/no kernel/kernel.json")
        let catalog = KernelCatalog(folders: ["\(folder.path)/user/kernels", "/nowhere"])
        let error = #expect(throws: JupyterClientError.self) {
            try catalog.specification(named: "c")
        }
        #expect(
            error?.description == "could not find the kernel c: installed are a, b; "
                + "install it, or choose another with --kernel")
        let empty = #expect(throws: JupyterClientError.self) {
            try KernelCatalog(folders: []).specification(named: "c")
        }
        #expect(
            empty?.description == "could not find the kernel c: none is installed; "
                + "install it, or choose another with --kernel")
    }

    @Test(arguments: [
        ("{", "not JSON at line 1, column 2: expected a key in quotes"),
        (#"{"argv": []}"#, "argv is empty"), ("{}", "argv: the key is missing"),
        (#"{"argv": [1]}"#, "argv.0: expected a string, found a number"),
    ])
    func saysWhatIsWrongWithAKernelsDescription(text: String, problem: String) throws {
        try folder.write(text, to: "kernels/k/kernel.json")
        let catalog = KernelCatalog(folders: ["\(folder.path)/kernels"])
        let error = #expect(throws: JupyterClientError.self) {
            try catalog.specification(named: "k")
        }
        #expect(
            error?.description == "could not use \(folder.path)/kernels/k/kernel.json: \(problem); "
                + "install the kernel again")
    }
}
