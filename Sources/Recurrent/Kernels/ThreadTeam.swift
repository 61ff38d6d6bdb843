internal import Glibc

/// Threads that start for one piece of work and end before it returns.
///
/// No thread may stay alive: the process of a notebook forks between cells, and a forked child
/// keeps only the thread that forked.
enum ThreadTeam {
    /// The number of cores that this process may use.
    static let coreCount = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

    /// Runs the parts of some work, and returns when all are done.
    ///
    /// Threads take one part after the other, because the processors of a machine are rarely
    /// equally fast: other processes may use one of them. The result of a part must not depend on
    /// the thread. If no thread can be started, the calling one does all the work.
    /// - Parameters:
    ///   - threads: the number of threads, including the calling one.
    ///   - parts: the number of parts, which may be processed concurrently.
    ///   - rounds: the number of rounds of each part, which are processed in order.
    ///   - work: processes one round of one part, given the indices of both.
    @inline(__always)
    static func run(_ threads: Int, parts: Int, rounds: Int = 1, _ work: (Int, Int) -> Void) {
        guard threads > 1 else {
            for part in 0..<parts { for round in 0..<rounds { work(part, round) } }
            return
        }
        share(threads, parts: parts, rounds: rounds, work)
    }

    /// Runs the parts of some work on more than one thread.
    private static func share(
        _ threads: Int, parts: Int, rounds: Int, _ work: (Int, Int) -> Void
    ) {
        let queue = PartQueue(parts: parts, rounds: rounds)
        withoutActuallyEscaping(work) { work in
            let member = Member {
                var turn = queue.next(after: nil)
                while let now = turn {
                    work(now.part, now.round)
                    turn = queue.next(after: now)
                }
            }
            let others = (1..<min(threads, parts)).compactMap { _ in start(member) }
            member.work()
            for thread in others { pthread_join(thread, nil) }
        }
    }

    /// Starts a thread of the team, or returns `nil` if none can be started.
    private static func start(_ member: Member) -> pthread_t? {
        var thread = pthread_t()
        let member = Unmanaged.passRetained(member)
        let result = pthread_create(
            &thread, nil,
            { pointer in
                guard let pointer else { return nil }
                Unmanaged<Member>.fromOpaque(pointer).takeRetainedValue().work()
                return nil
            }, member.toOpaque())
        guard result == 0 else {
            member.release()
            return nil
        }
        return thread
    }

    /// The work of each thread of a team.
    private final class Member {
        /// Processes parts until there are none left.
        let work: () -> Void

        /// Takes what to do.
        init(_ work: @escaping () -> Void) { self.work = work }
    }
}

extension Range<Int> {
    /// Returns one of several nearly equal consecutive parts.
    func share(_ index: Int, of count: Int) -> Range<Int> {
        guard count > 1 else { return self }
        let size = self.count
        return lowerBound + size * index / count..<lowerBound + size * (index + 1) / count
    }
}
