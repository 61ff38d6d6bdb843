import Files
import Glibc
import Testing

/// Tests of temporary folders.
@Suite struct TemporaryFolderTests {
    /// A process that has been told to end may still write a file between the listing of a folder
    /// and its removal.
    @Test func isRemovedAlsoWhileSomebodyStillWritesToIt() async throws {
        let folder = try TemporaryFolder(prefix: "removal-")
        for round in 0..<10 {
            let path = try folder.makeFolder("\(round)")
            await withTaskGroup { group in
                group.addTask {
                    // It writes while the folder exists, but not forever.
                    for number in 0..<500 {
                        let file = open("\(path)/\(number)", O_CREAT | O_WRONLY, 0o600)
                        guard file >= 0 else { break }
                        close(file)
                    }
                }
                group.addTask {
                    // It begins when there is something to remove.
                    while FolderListing.names(in: path).isEmpty { sched_yield() }
                    TemporaryFolder.remove(path)
                }
            }
            #expect(access(path, F_OK) != 0, "round \(round)")
        }
    }

    /// A link is removed, and its target stays.
    @Test func saysWhetherWhatIsToBeRemovedIsGone() throws {
        let folder = try TemporaryFolder(prefix: "removal-")
        let inner = try folder.makeFolder("inner")
        close(open("\(inner)/file", O_CREAT | O_WRONLY, 0o600))
        symlink("/", "\(inner)/link")
        #expect(TemporaryFolder.remove(inner))
        #expect(!TemporaryFolder.remove(inner))
    }

    /// A folder whose process was killed is removed by the next one; a folder in use, and one that
    /// nobody has claimed, are not.
    @Test func removesWhatIsAbandoned() throws {
        let place = try TemporaryFolder(prefix: "removal-")
        let used = try TemporaryFolder(prefix: "session-", in: place.path, isClaimed: true)
        let unclaimed = try TemporaryFolder(prefix: "session-", in: place.path)
        let abandoned = "\(place.path)/session-000000"
        mkdir(abandoned, 0o700)
        for name in [".in-use", "file"] { try WholeFile.write([], to: "\(abandoned)/\(name)") }
        TemporaryFolder.removeAbandoned(prefix: "session-", in: place.path)
        #expect(!FilePath.exists(abandoned))
        #expect(FilePath.exists(used.path))
        #expect(FilePath.exists(unclaimed.path))
    }
}
