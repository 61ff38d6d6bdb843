internal import CProcesses
internal import Files
internal import Glibc

/// A process of its own that ends others when this one has ended, however that came about.
///
/// A process can ask to die with its parent, but its own children do not, and nobody removes its
/// files. The guard knows both and outlives the one that it works for.
public final class ProcessGuard: Sendable {
    /// The variable of the environment by which processes belong to a folder.
    public static let mark = "UNROLL_KERNEL_FOLDER"

    /// Where the guard listens; it acts when this is closed.
    private let line: Descriptor

    /// Starts a guard and becomes the parent of descendants whose own parent ends.
    ///
    /// - Throws: `ProcessError`, where the system has no room for another process.
    public init() throws(ProcessError) {
        let pipe = try Descriptor.pipe()
        try ForkedProcess.becomeParentOfOrphans()
        _ = try ProcessError.checkShim(
            "start a guard", processes_start_guard(pipe.reading.number, Self.mark))
        line = pipe.writing
    }

    /// Has a process group ended, and a folder removed, when this process ends.
    public func add(group: Int32, folder: String) {
        try? line.write("+\(group) \(folder)\n".utf8)
    }

    /// Forgets a process group, which has ended.
    public func remove(group: Int32) {
        try? line.write("-\(group)\n".utf8)
    }

    /// Ends what a process group has left behind: its other members, and what has left it but
    /// belongs to a folder.
    ///
    /// Call this when the leader of the group has ended.
    public static func endRest(ofGroup group: Int32, folder: String) {
        kill(-group, SIGKILL)
        // Orphans are this process's children now, if they are not those of another that lives.
        for _ in 0..<100 {
            let orphans = orphans(of: folder)
            guard !orphans.isEmpty else { return }
            for orphan in orphans {
                kill(orphan, SIGKILL)
                while waitpid(orphan, nil, 0) < 0, errno == EINTR {}
            }
        }
    }

    /// Returns this process's children that belong to a folder.
    private static func orphans(of folder: String) -> [Int32] {
        // Orphans go to the first thread; what was started by another is in that one's list.
        let list = (try? WholeFile.readText("/proc/self/task/\(getpid())/children")) ?? ""
        return list.split(separator: " ").compactMap { Int32($0) }.filter { process in
            let environment = try? WholeFile.readText("/proc/\(process)/environ")
            return environment?.split(separator: "\0").contains("\(mark)=\(folder)") ?? false
        }
    }
}
