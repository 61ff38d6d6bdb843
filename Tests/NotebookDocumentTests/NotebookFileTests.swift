import Files
import Glibc
import NotebookDocument
import TestSupport
import Testing

@Suite struct NotebookFileTests {
    private let folder: TemporaryFolder
    private let notebook = Notebook(cells: [NotebookCell(.raw, id: "a", source: "text")])

    init() throws { folder = try TemporaryFolder() }

    /// Returns a file in the test's folder.
    private func file(_ name: String) -> NotebookFile {
        NotebookFile(path: "\(folder.path)/\(name)")
    }

    /// Returns the status of a file, without following a link.
    private func status(_ file: NotebookFile) -> stat {
        var status = stat()
        lstat(file.path, &status)
        return status
    }

    @Test func savesANewNotebookAndLeavesNothingBeside() throws {
        try file("n.ipynb").save(notebook)
        #expect(try file("n.ipynb").read().notebook == notebook)
        #expect(folder.names == ["n.ipynb"])
    }

    @Test func keepsThePermissionsOfWhatItReplaces() throws {
        try file("n.ipynb").save(Notebook())
        chmod(file("n.ipynb").path, 0o640)
        try file("n.ipynb").save(notebook)
        #expect(try file("n.ipynb").read().notebook == notebook)
        #expect(status(file("n.ipynb")).st_mode & 0o7777 == 0o640)
    }

    @Test func replacesTheFileBehindALinkAndKeepsTheLink() throws {
        try file("n.ipynb").save(Notebook())
        symlink("n.ipynb", file("link.ipynb").path)
        try file("link.ipynb").save(notebook)
        #expect(try file("n.ipynb").read().notebook == notebook)
        #expect(status(file("link.ipynb")).st_mode & S_IFMT == S_IFLNK)
    }

    @Test func doesNotTouchAFileThatHoldsTheSameAlready() throws {
        try file("n.ipynb").save(notebook)
        let before = status(file("n.ipynb")).st_ino
        try file("n.ipynb").save(notebook)
        #expect(status(file("n.ipynb")).st_ino == before)
    }

    @Test func readsANotebookFromAPipe() throws {
        let pipe = file("pipe")
        mkfifo(pipe.path, 0o600)
        let bytes = notebook.bytes
        let writer = Thread {
            let end = open(pipe.path, O_WRONLY)
            _ = bytes.withUnsafeBytes { write(end, $0.baseAddress, $0.count) }
            close(end)
        }
        #expect(try pipe.read().notebook == notebook)
        writer.join()
    }

    @Test func saysWhatCouldNotBeReadAndWhy() throws {
        let missing = #expect(throws: NotebookError.self) { try file("missing").read() }
        #expect(
            missing?.description
                == "could not read \(folder.path)/missing: no such file or directory (2)")
        symlink("/dev/null", file("null").path)
        let empty = #expect(throws: NotebookError.self) { try file("null").read() }
        #expect(
            empty?.description == "could not read \(folder.path)/null: "
                + "it is not JSON at line 1, column 1: the text ends where a value should be")
    }

    @Test func saysWhatCouldNotBeSavedAndLeavesWhatWasThere() throws {
        let missing = #expect(throws: NotebookError.self) {
            try file("missing/n.ipynb").save(notebook)
        }
        #expect(
            missing?.description == "could not save \(folder.path)/missing/n.ipynb: "
                + "no such file or directory (2); what was saved before is untouched")
        mkdir(file("folder").path, 0o700)
        let isFolder = #expect(throws: NotebookError.self) { try file("folder").save(notebook) }
        #expect(isFolder?.cause == .system(EISDIR))
        #expect(folder.names == ["folder"])
        rmdir(file("folder").path)
    }
}

/// A thread that runs a closure.
private final class Thread {
    /// The handle of the thread.
    private var thread = pthread_t()

    /// Starts a thread.
    init(_ body: @escaping @Sendable () -> Void) {
        let context = Unmanaged.passRetained(Box(body)).toOpaque()
        pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body()
                return nil
            }, context)
    }

    /// Waits until the closure has returned.
    func join() { pthread_join(thread, nil) }

    /// A closure in an object, to which a pointer can refer.
    private final class Box {
        /// The closure.
        let body: @Sendable () -> Void

        /// Creates a box with a closure.
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
}
