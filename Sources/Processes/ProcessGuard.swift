internal import CProcesses
internal import Files
internal import Glibc

/// A helper process that ends other processes when this one ends, in whatever way.
///
/// A process can ask to be killed with its parent, but its own children are not, and nobody removes
/// its files. The guard knows both and outlives the process that it serves.
public final class ProcessGuard: Sendable {
    /// The environment variable that marks the processes that belong to a folder.
    public static let mark = "UNROLL_KERNEL_FOLDER"

    /// The pipe from which the guard reads; the guard acts when it is closed.
    private let line: Descriptor

    /// Starts a guard, and makes this process the reaper of orphaned descendants.
    ///
    /// - Throws: `ProcessError` if the system cannot create another process.
    public init() throws(ProcessError) {
        let pipe = try Descriptor.pipe()
        try ForkedProcess.becomeParentOfOrphans()
        _ = try ProcessError.checkShim(
            "start a guard", processes_start_guard(pipe.reading.number, Self.mark))
        line = pipe.writing
    }

    /// Registers a folder to be removed when this process ends, before it exists and any process
    /// belongs to it.
    public func add(folder: String) {
        try? line.write("=0 \(folder)\n".utf8)
    }

    /// Registers a process group to be killed, and a folder to be removed, when this process ends.
    public func add(group: Int32, folder: String) {
        try? line.write("+\(group) \(folder)\n".utf8)
    }

    /// Unregisters a process group that has ended.
    public func remove(group: Int32) {
        try? line.write("-\(group)\n".utf8)
    }

    /// The time that orphans have to end by themselves, for example to remove what their parent has
    /// left behind.
    private static let grace = Duration.seconds(1)

    /// Ends the remaining processes of a group: kills its other members, and orphans that left it
    /// but belong to a folder, unless these end by themselves.
    ///
    /// Call this when the leader of the group has ended; it blocks the thread.
    public static func endRest(ofGroup group: Int32, folder: String) {
        let deadline = ContinuousClock.now + grace
        kill(-group, SIGKILL)
        // Orphans are now children of this process, unless another subreaper lives between them.
        for _ in 0..<100 {
            let children = ForkedProcess.childrenOfFirstThread.map { ($0, belongs($0, to: folder)) }
            let orphans = children.filter { $0.1 == true }.map(\.0)
            guard !orphans.isEmpty else {
                // A process that becomes another program has no environment for a moment.
                guard children.contains(where: { $0.1 == nil }) else { return }
                usleep(1000)
                continue
            }
            for orphan in orphans {
                let handle = processes_pidfd_open(orphan)
                let hasEnded = handle >= 0 && Descriptor(owning: handle).isReadable(by: deadline)
                if !hasEnded { kill(orphan, SIGKILL) }
                while waitpid(orphan, nil, 0) < 0, errno == EINTR {}
            }
        }
    }

    /// Returns the children of this process that belong to a folder, and their descendants.
    public static func members(of folder: String) -> [Int32] {
        let table = ProcessTable.current()
        let roots = table.entries.map { (Int32($0.id), $0.parent) }
            .filter { process, parent in
                parent == getpid() && belongs(process, to: folder) == true
            }
        return roots.flatMap { process, _ in
            table.family(of: Int(process)).map { Int32($0.id) }
        }
    }

    /// Kills the children of this process that belong to a folder, and their descendants.
    ///
    /// They are stopped first, so that none starts another one meanwhile.
    public static func endAll(of folder: String) {
        var stopped: Set<Int32> = []
        for _ in 0..<100 {
            let members = Set(members(of: folder))
            for member in members.subtracting(stopped) { kill(member, SIGSTOP) }
            guard !members.isSubset(of: stopped) else { break }
            stopped.formUnion(members)
        }
        for process in stopped { kill(process, SIGKILL) }
    }

    /// Returns whether a process belongs to a folder, or `nil` if it runs without an environment.
    private static func belongs(_ process: Int32, to folder: String) -> Bool? {
        let environment = (try? WholeFile.readText("/proc/\(process)/environ")) ?? ""
        if environment.isEmpty {
            // A process that has ended has no program either.
            return FilePath.resolvingLinks("/proc/\(process)/exe") == nil ? false : nil
        }
        return environment.split(separator: "\0").contains("\(mark)=\(folder)")
    }
}
