internal import Glibc

/// A folder that is private to this user and is removed with its contents when it is released.
public final class TemporaryFolder: Sendable {
    /// The folder's path.
    public let path: String

    /// The descriptor of the locked file that shows that the folder is in use, or `nil` if there is
    /// none.
    private let claim: Int32?

    /// Creates a folder, by default in the system's folder for temporary files.
    ///
    /// - Parameter isClaimed: whether `removeAbandoned` can tell the folder from one whose process
    ///   has ended without removing it.
    /// - Throws: `FileError` with the parent folder.
    public init(
        prefix: String, in parent: String? = nil, isClaimed: Bool = false
    ) throws(FileError) {
        let parent = parent ?? Self.systemFolder
        var template = Array("\(parent)/\(prefix)XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw FileError("make a folder in", parent)
        }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        claim = isClaimed ? Self.claim(path) : nil
    }

    /// Creates a claimed folder, and announces its path before it exists, so that nothing is left
    /// behind whenever this process ends.
    ///
    /// - Throws: `FileError` with the parent folder.
    public init(
        prefix: String, in parent: String, announcing announce: (String) -> Void
    ) throws(FileError) {
        // What is announced without being made would be remembered for nothing.
        guard access(parent, W_OK | X_OK) == 0 else { throw FileError("make a folder in", parent) }
        while true {
            let digits = String(UInt32.random(in: .min ... .max), radix: 36)
            let path = "\(parent)/\(prefix)\(digits)"
            // A folder of somebody else must not be announced.
            guard !FilePath.exists(path) else { continue }
            announce(path)
            if mkdir(path, 0o700) == 0 {
                self.path = path
                claim = Self.claim(path)
                return
            }
            guard errno == EEXIST else { throw FileError("make a folder in", parent) }
        }
    }

    /// The system's folder for temporary files.
    private static var systemFolder: String {
        getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    }

    // MARK: Abandoned folders

    /// The name of the file that the user of a claimed folder holds locked.
    private static let claimName = ".in-use"

    /// Creates the locked file of a folder, which appears under its name only when it is locked;
    /// returns its descriptor, or `nil` if that is impossible, so that the folder is never taken for
    /// an abandoned one.
    private static func claim(_ path: String) -> Int32? {
        let draft = "\(path)/\(claimName).unfinished"
        let file = open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { return nil }
        guard flock(file, LOCK_EX | LOCK_NB) == 0, rename(draft, "\(path)/\(claimName)") == 0 else {
            unlink(draft)
            close(file)
            return nil
        }
        return file
    }

    /// Removes the claimed folders with a prefix whose processes have ended without doing so, for
    /// example because the machine has stopped.
    public static func removeAbandoned(prefix: String, in parent: String? = nil) {
        let parent = parent ?? systemFolder
        for name in FolderListing.names(in: parent) where name.hasPrefix(prefix) {
            let path = "\(parent)/\(name)"
            let file = open("\(path)/\(claimName)", O_RDWR | O_CLOEXEC | O_NOFOLLOW)
            guard file >= 0 else { continue }
            var status = stat()
            if fstat(file, &status) == 0, status.st_uid == geteuid(),
                flock(file, LOCK_EX | LOCK_NB) == 0
            {
                remove(path)
            }
            close(file)
        }
    }

    // MARK: Contents

    /// Creates a subfolder.
    public func makeFolder(_ name: String) throws(FileError) -> String {
        let inner = "\(path)/\(name)"
        if mkdir(inner, 0o700) != 0, errno != EEXIST {
            throw FileError("make the folder", inner)
        }
        return inner
    }

    /// Removes the folder and its contents.
    public func remove() { Self.remove(path) }

    /// Removes a folder or file with its contents, including files created meanwhile.
    ///
    /// - Returns: whether the path is gone.
    @discardableResult
    public static func remove(_ path: String) -> Bool {
        while let hasRemoved = removeContents(of: path) {
            if rmdir(path) == 0 { return true }
            // Files were created meanwhile; if nothing could be removed, trying again would not
            // help.
            guard errno == ENOTEMPTY, hasRemoved else { return false }
        }
        // Without a free descriptor a folder cannot be listed, but an empty one can be removed.
        return rmdir(path) == 0 || unlink(path) == 0
    }

    /// Removes the contents of a folder.
    ///
    /// - Returns: whether something was removed; `nil` if the path is not a folder.
    private static func removeContents(of path: String) -> Bool? {
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        var (hasRemoved, hasClaim) = (false, false)
        while let entry = readdir(folder) {
            let name = FolderListing.name(of: entry)
            if name == "." || name == ".." { continue }
            let inner = "\(path)/\(name)"
            if name == claimName, entry.pointee.d_type != DT_DIR {
                hasClaim = true
                continue
            }
            // A symbolic link to a folder is removed like a file; its target stays.
            let isGone = entry.pointee.d_type == DT_DIR ? remove(inner) : unlink(inner) == 0
            hasRemoved = hasRemoved || isGone
        }
        // The last file, so that a folder that is removed in part is still seen as abandoned.
        let hasRemovedClaim = hasClaim && unlink("\(path)/\(claimName)") == 0
        return hasRemoved || hasRemovedClaim
    }

    deinit {
        remove()
        if let claim { close(claim) }
    }
}
