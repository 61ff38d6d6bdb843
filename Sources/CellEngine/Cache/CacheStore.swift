internal import Files
internal import Glibc
internal import Processes

/// The folder in which compiled cells are kept, those of all toolchains and toolkits.
public struct CacheStore: Sendable {
    /// The folder's path.
    public let path: String

    /// Names the folder; it is made when it is first used.
    public init(path: String) { self.path = path }

    /// What is kept.
    public struct Contents: Sendable, Hashable {
        /// How many files there are.
        public var count = 0
        /// How many bytes they hold.
        public var size = 0
    }

    /// A file that is kept.
    private struct File {
        /// Its path.
        let path: String
        /// How many bytes it holds.
        let size: Int
        /// When it was of use last, in nanoseconds.
        let lastUse: Int
    }

    /// How much is kept.
    public var contents: Contents {
        files.reduce(into: Contents()) { contents, file in
            contents.count += 1
            contents.size += file.size
        }
    }

    // MARK: Use

    /// How much the cache has been of use, in all sessions that have ended.
    public var usage: CacheUsage {
        guard let text = try? WholeFile.readText(usagePath) else { return CacheUsage() }
        let numbers = text.split(separator: " ").compactMap { Int($0) }
        guard numbers.count == 2 else { return CacheUsage() }
        return CacheUsage(hits: numbers[0], misses: numbers[1])
    }

    /// Notes how much the cache was of use in a session.
    func add(_ session: CacheUsage) {
        guard session != CacheUsage() else { return }
        // Held until it is closed, so that no other session's numbers get lost.
        let number = open("\(path)/.lock", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard number >= 0 else { return }
        let lock = Descriptor(owning: number)
        guard flock(lock.number, LOCK_EX) == 0 else { return }
        let before = usage
        let text = "\(before.hits + session.hits) \(before.misses + session.misses)"
        // Numbers that cannot be written are lost; nothing depends on them.
        try? WholeFile.replace(
            usagePath, with: text.utf8, permissions: 0o600, isDurable: false)
        lock.close()
    }

    /// The path of the file with the numbers.
    private var usagePath: String { "\(path)/.usage" }

    // MARK: Removal

    /// Removes everything that is kept.
    public func clear() { TemporaryFolder.remove(path) }

    /// Removes what was of use the longest ago, while all of it holds more bytes than the limit.
    public func trim(to limit: Int) {
        let files = files
        var size = files.reduce(0) { $0 + $1.size }
        guard size > limit else { return }
        for file in files.sorted(by: { $0.lastUse < $1.lastUse }) where size > limit * 3 / 4 {
            // A file that another kernel has just removed is as gone as it should be.
            unlink(file.path)
            size -= file.size
        }
    }

    /// Makes a folder in this one, and this one, where they are missing; both belong to this user, and
    /// nobody else can write there.
    func prepare(_ folder: String) throws(CacheProblem) {
        try prepare()
        try Self.prepare([folder])
    }

    /// Makes this folder, where it is missing; it belongs to this user, and nobody else can write there
    /// or put another in its place.
    func prepare() throws(CacheProblem) {
        do throws(FileError) {
            try Folder.make(FilePath.folder(of: path), permissions: 0o700)
        } catch {
            throw CacheProblem.cannotMake(path: error.path, cause: error.cause.description)
        }
        try Self.prepare([path])
        try Self.checkParents(of: path)
    }

    /// What is wrong with the folder, in a sentence; nothing, where it can be used.
    public var problem: String? {
        do throws(CacheProblem) {
            try prepare()
            return nil
        } catch {
            return error.description
        }
    }

    /// Checks that nobody but this user and the administrator can move away the folders that lead to a
    /// path.
    private static func checkParents(of path: String) throws(CacheProblem) {
        var parent = ""
        for part in path.split(separator: "/").dropLast() {
            parent += "/\(part)"
            var status = stat()
            guard stat(parent, &status) == 0, status.st_uid == geteuid() || status.st_uid == 0
            else { throw .isForeign(path: parent) }
            // In a folder like /tmp, nobody can move away what belongs to others.
            guard status.st_mode & 0o022 == 0 || status.st_mode & S_ISVTX != 0 else {
                throw .isOpen(path: parent)
            }
        }
    }

    /// Makes folders where they are missing; each belongs to this user, and nobody else can write there.
    private static func prepare(_ folders: [String]) throws(CacheProblem) {
        for path in folders {
            if mkdir(path, 0o700) != 0, errno != EEXIST {
                throw .cannotMake(path: path, cause: "\(ErrorNumber.last)")
            }
            var status = stat()
            guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
                status.st_uid == geteuid()
            else { throw .isForeign(path: path) }
            guard status.st_mode & 0o022 == 0 else { throw .isOpen(path: path) }
        }
    }

    /// The files that are kept.
    private var files: [File] {
        Self.names(in: path).flatMap { folder in
            Self.names(in: "\(path)/\(folder)").compactMap { name -> File? in
                let path = "\(path)/\(folder)/\(name)"
                var status = stat()
                guard lstat(path, &status) == 0 else { return nil }
                let time = status.st_mtim
                return File(
                    path: path, size: Int(status.st_size),
                    lastUse: time.tv_sec * 1_000_000_000 + time.tv_nsec)
            }
        }
    }

    /// The names of what lies in a folder.
    private static func names(in path: String) -> [String] {
        FolderListing.names(in: path).filter { !$0.hasPrefix(".") }
    }
}
