internal import Glibc

/// Threads that start for one piece of work and end before it returns.
///
/// None may stay alive: the process of a notebook forks between cells, and a forked child keeps only
/// the thread that forked.
enum ThreadTeam {
    /// How many cores this process may use.
    static let coreCount = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

    /// Does the parts of some work, and returns when all are done.
    ///
    /// Threads take one part after the other, because the processors of a machine are seldom equally
    /// fast: somebody else may use one of them. What a part computes must not depend on who does it.
    /// Where no thread can be started, the calling one does everything.
    /// - Parameters:
    ///   - threads: how many threads do the work, the calling one among them.
    ///   - parts: how many parts there are, which may be done at the same time.
    ///   - rounds: how many rounds each part consists of, which are done one after the other.
    ///   - work: does one round of one part, given the numbers of both.
    @inline(__always)
    static func run(_ threads: Int, parts: Int, rounds: Int = 1, _ work: (Int, Int) -> Void) {
        guard threads > 1 else {
            for part in 0..<parts { for round in 0..<rounds { work(part, round) } }
            return
        }
        share(threads, parts: parts, rounds: rounds, work)
    }

    /// Does the parts of some work with more than one thread.
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

    /// Starts a thread that works with the others; nil where there is none to be had.
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

    /// What each thread of a team does.
    private final class Member {
        /// Takes parts until there are none.
        let work: () -> Void

        /// Takes what to do.
        init(_ work: @escaping () -> Void) { self.work = work }
    }
}

extension Range<Int> {
    /// Returns one of several nearly equal parts, in order.
    func share(_ index: Int, of count: Int) -> Range<Int> {
        guard count > 1 else { return self }
        let size = self.count
        return lowerBound + size * index / count..<lowerBound + size * (index + 1) / count
    }
}
