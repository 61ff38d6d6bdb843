import Files
import Glibc
import Testing

/// Tests of folder listings.
@Suite struct FolderListingTests {
    /// The names of a folder are adjacent in memory, the last at its end: reading beyond a name may
    /// read beyond the mapped memory, which ends the program.
    @Test func readsNamesOfAnyLengthAndNumber() throws {
        let folder = try TemporaryFolder(prefix: "listing-")
        let names = (0..<2000).map { "\($0)" + String(repeating: "x", count: $0 % 200) }
        for name in names { close(open("\(folder.path)/\(name)", O_CREAT | O_WRONLY, 0o600)) }
        #expect(FolderListing.names(in: folder.path).sorted() == names.sorted())
        #expect(FolderListing.names(in: "\(folder.path)/missing") == [])
    }
}
