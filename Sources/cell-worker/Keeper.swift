internal import CCellWorker
internal import Files
internal import Glibc
internal import Processes

/// The process between the kernel and the workers, from which all processes of a session descend.
///
/// It kills all of them when the session ends, even those that have left the process group. It runs
/// no user code and holds no state of a cell.
enum Keeper {
    /// Makes this process the keeper, and returns in a fork of it, which becomes the worker.
    ///
    /// - Parameters:
    ///   - leash: a line whose other end the kernel holds open as long as the session lasts, and
    ///     into which it writes when it ends the session itself.
    ///   - sessionFolder: the folder to remove if the kernel has ended without doing so.
    static func leaveBehind(leash: Descriptor, sessionFolder: String) {
        let keeper = getpid()
        // A session runs even if this fails.
        try? ForkedProcess.becomeParentOfOrphans()
        guard let child = try? ForkedProcess.fork() else {
            cellworker_renumber_thread(keeper)
            leash.close()
            ForkedProcess.setDiesWithParent(true)
            setpgid(0, 0)
            return
        }
        keep(child, leash, sessionFolder)
    }

    /// Waits until the kernel ends the session, and kills all processes.
    private static func keep(
        _ worker: ForkedProcess, _ leash: Descriptor, _ sessionFolder: String
    ) -> Never {
        for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE] { signal(number, SIG_IGN) }
        // The system reaps children by itself then.
        signal(SIGCHLD, SIG_IGN)
        // The worker's channel has to close when the worker ends.
        for number: Int32 in 0...3 { close(number) }
        let isReleased = (try? leash.read(upTo: 1))?.isEmpty == false
        ChildList.endDescendants()
        // The kernel was killed: its files are closed before its children have another parent.
        if !isReleased { TemporaryFolder.remove(sessionFolder) }
        _exit(0)
    }
}
