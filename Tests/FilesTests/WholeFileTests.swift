import Files
import Glibc
import Testing

/// Reading and writing of whole files.
@Suite struct WholeFileTests {
    /// A folder for the test.
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder(prefix: "files-") }

    @Test(arguments: [0, 1, 4095, 4096, 4097, 100_000, 3_000_000])
    func readsWhatWasWritten(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let path = "\(folder.path)/file"
        try WholeFile.write(bytes, to: path)
        #expect(try WholeFile.read(path) == bytes)
        try WholeFile.replace(path, with: bytes.reversed())
        #expect(try WholeFile.read(path) == bytes.reversed())
        try WholeFile.append(bytes, to: path)
        #expect(try WholeFile.read(path) == bytes.reversed() + bytes)
        #expect(try WholeFile.read(path, limit: count / 2).count == count / 2)
        #expect(FolderListing.names(in: folder.path) == ["file"])
    }

    @Test func readsFilesWithoutASize() throws {
        #expect(try WholeFile.readText("/proc/self/status").contains("Pid:"))
    }

    @Test func keepsThePermissionsOfWhatItReplaces() throws {
        let path = "\(folder.path)/private"
        try WholeFile.replace(path, with: [1], permissions: 0o600)
        try WholeFile.replace(path, with: [2], permissions: 0o666)
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    }

    @Test func replacesTheFileBehindALink() throws {
        let (path, link) = ("\(folder.path)/file", "\(folder.path)/link")
        try WholeFile.write([1], to: path)
        symlink("file", link)
        try WholeFile.replace(link, with: [2])
        #expect(try WholeFile.read(path) == [2])
        #expect(FilePath.resolvingLinks(link) == FilePath.resolvingLinks(path))
    }

    @Test func writesToWhatIsNoFile() throws {
        try WholeFile.replace("/dev/null", with: [1])
        #expect(try WholeFile.read("/dev/null") == [])
    }

    @Test func namesThePathAndTheCause() throws {
        let missing = "\(folder.path)/missing/file"
        let errors: [(FileError?, String)] = [
            (#expect(throws: FileError.self) { try WholeFile.read(missing) }, "read"),
            (#expect(throws: FileError.self) { try WholeFile.write([], to: missing) }, "write"),
            (#expect(throws: FileError.self) { try WholeFile.replace(missing, with: []) }, "write"),
            (#expect(throws: FileError.self) { try WholeFile.append([], to: missing) }, "write"),
        ]
        for (error, operation) in errors {
            #expect(
                error?.description
                    == "could not \(operation) \(missing): no such file or directory (2)")
        }
        let read = #expect(throws: FileError.self) { try WholeFile.read(folder.path) }
        #expect(read?.cause == ErrorNumber(EISDIR))
    }

    /// A failed replacement leaves the old file untouched and no temporary file behind.
    @Test func leavesTheOldFileWhereTheNewOneDoesNotFit() throws {
        let path = "\(folder.path)/file"
        try WholeFile.write([1], to: path)
        // A name of permitted length whose temporary file's name is too long.
        let long = "\(folder.path)/" + String(repeating: "x", count: 250)
        try WholeFile.write([1], to: long)
        #expect(throws: FileError.self) { try WholeFile.replace(long, with: [2]) }
        #expect(try WholeFile.read(long) == [1])
        #expect(FolderListing.names(in: folder.path).count == 2)
    }

    @Test func makesFoldersThatAreMissing() throws {
        let path = "\(folder.path)/a/b/c"
        try Folder.make(path)
        try Folder.make(path)
        #expect(FilePath.isFolder(path))
        try WholeFile.write([], to: "\(path)/file")
        let error = #expect(throws: FileError.self) { try Folder.make("\(path)/file/d") }
        #expect(error?.description.contains("make the folder \(path)/file/d") == true)
    }

    @Test(arguments: [
        ("/a/b.txt", "/a", "b.txt"), ("b.txt", ".", "b.txt"), ("/b", "/", "b"),
        ("a/b/", "a/b", "b"),
    ])
    func takesPathsApart(path: String, folder: String, name: String) {
        #expect(FilePath.folder(of: path) == folder)
        #expect(FilePath.name(of: path) == name)
    }
}
