internal import Files
internal import Glibc
internal import Processes

/// The folder of the cache for compiled cells, of all toolchains and toolkits.
public struct CacheStore: Sendable {
    /// The folder's path.
    public let path: String

    /// Creates a reference to the folder, which is created at its first use.
    public init(path: String) { self.path = path }

    /// The contents of the cache.
    public struct Contents: Sendable, Hashable {
        /// The number of files.
        public var count = 0
        /// Their size in bytes.
        public var size = 0
    }

    /// A file of the cache.
    private struct File {
        /// Its path.
        let path: String
        /// The size in bytes.
        let size: Int
        /// The time of the last use, in nanoseconds.
        let lastUse: Int
    }

    /// The number and size of the cached files.
    public var contents: Contents {
        files.reduce(into: Contents()) { contents, file in
            contents.count += 1
            contents.size += file.size
        }
    }

    // MARK: Use

    /// The hits and misses of all sessions that have ended.
    public var usage: CacheUsage {
        guard let text = try? WholeFile.readText(usagePath) else { return CacheUsage() }
        let numbers = text.split(separator: " ").compactMap { Int($0) }
        guard numbers.count == 2 else { return CacheUsage() }
        return CacheUsage(hits: numbers[0], misses: numbers[1])
    }

    /// Adds the hits and misses of a session.
    func add(_ session: CacheUsage) {
        guard session != CacheUsage() else { return }
        // The lock is held until the file is closed, so that no other session's numbers are lost.
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

    /// The path of the file with the hits and misses.
    private var usagePath: String { "\(path)/.usage" }

    // MARK: Removal

    /// Removes all cached files.
    public func clear() { TemporaryFolder.remove(path) }

    /// Removes the least recently used files while the cache exceeds a size limit.
    public func trim(to limit: Int) {
        let files = files
        var size = files.reduce(0) { $0 + $1.size }
        guard size > limit else { return }
        for file in files.sorted(by: { $0.lastUse < $1.lastUse }) where size > limit * 3 / 4 {
            // A file that another kernel has just removed needs no further handling.
            unlink(file.path)
            size -= file.size
        }
    }

    /// Creates a subfolder, and this folder, if missing; both must belong to this user and be
    /// writable by nobody else.
    func prepare(_ folder: String) throws(CacheProblem) {
        try prepare()
        try Self.prepare([folder])
    }

    /// Creates this folder if missing; it must belong to this user, and nobody else may be able to
    /// write to it or replace it.
    func prepare() throws(CacheProblem) {
        do throws(FileError) {
            try Folder.make(FilePath.folder(of: path), permissions: 0o700)
        } catch {
            throw CacheProblem.cannotMake(path: error.path, cause: error.cause.description)
        }
        try Self.prepare([path])
        try Self.checkParents(of: path)
    }

    /// A sentence with the folder's problem, or `nil` if it can be used.
    public var problem: String? {
        do throws(CacheProblem) {
            try prepare()
            return nil
        } catch {
            return error.description
        }
    }

    /// Checks that only this user and the administrator can move the parent folders of a path.
    private static func checkParents(of path: String) throws(CacheProblem) {
        var parent = ""
        for part in path.split(separator: "/").dropLast() {
            parent += "/\(part)"
            var status = stat()
            guard stat(parent, &status) == 0, status.st_uid == geteuid() || status.st_uid == 0
            else { throw .isForeign(path: parent) }
            // In a folder like /tmp, nobody can move what belongs to others.
            guard status.st_mode & 0o022 == 0 || status.st_mode & S_ISVTX != 0 else {
                throw .isOpen(path: parent)
            }
        }
    }

    /// Creates folders if missing; each must belong to this user and be writable by nobody else.
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

    /// The cached files.
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

    /// Returns the names in a folder.
    private static func names(in path: String) -> [String] {
        FolderListing.names(in: path).filter { !$0.hasPrefix(".") }
    }
}
