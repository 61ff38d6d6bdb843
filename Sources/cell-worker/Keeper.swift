internal import CCellWorker
internal import Files
internal import Glibc
internal import Processes

/// The process between the kernel and those that run cells: whatever a cell has started, and however
/// far it has gone away, is a descendant of this one, which ends them all when the session ends.
///
/// It runs nothing of a person's, holds a state of no cell, and does only this.
enum Keeper {
    /// Makes this process the keeper, and returns in a copy of it, which is to be the worker.
    ///
    /// - Parameters:
    ///   - leash: a pipe whose other end the kernel holds as long as it wants the session.
    ///   - sessionFolder: what is removed where the kernel has ended without doing so.
    static func leaveBehind(leash: Descriptor, sessionFolder: String) {
        let kernel = getppid()
        let keeper = getpid()
        // Without its help, a session still runs.
        try? ForkedProcess.becomeParentOfOrphans()
        guard let child = try? ForkedProcess.fork() else {
            cellworker_renumber_thread(keeper)
            leash.close()
            ForkedProcess.setDiesWithParent(true)
            setpgid(0, 0)
            return
        }
        keep(child, leash, sessionFolder, kernel: kernel)
    }

    /// Waits until the kernel wants the session no longer, and ends everything.
    private static func keep(
        _ worker: ForkedProcess, _ leash: Descriptor, _ sessionFolder: String, kernel: pid_t
    ) -> Never {
        for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE] { signal(number, SIG_IGN) }
        // The system takes those that end out of its table by itself.
        signal(SIGCHLD, SIG_IGN)
        // The worker's line has to close when the worker ends.
        for number: Int32 in 0...3 { close(number) }
        _ = try? leash.read(upTo: 1)
        ChildList.endDescendants()
        if getppid() != kernel { TemporaryFolder.remove(sessionFolder) }
        _exit(0)
    }
}
