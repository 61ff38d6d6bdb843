internal import Glibc

/// Threads that start for one piece of work and end before it returns.
///
/// None may stay alive: the process of a notebook forks between cells, and a forked child keeps only
/// the thread that forked.
enum ThreadTeam {
    /// How many cores this process may use.
    static let coreCount = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

    /// Does the shares of some work at the same time, and returns when all are done.
    ///
    /// Where no thread can be started, the calling one does that share as well.
    /// - Parameters:
    ///   - count: how many shares there are.
    ///   - work: does one share, given its number.
    static func run(_ count: Int, _ work: (Int) -> Void) {
        guard count > 1 else { return work(0) }
        withoutActuallyEscaping(work) { work in
            var threads: [pthread_t] = []
            var left: [Int] = []
            for share in 1..<count {
                if let thread = start(share, work) {
                    threads.append(thread)
                } else {
                    left.append(share)
                }
            }
            work(0)
            left.forEach(work)
            for thread in threads { pthread_join(thread, nil) }
        }
    }

    /// Starts a thread that does one share; nil where there is none to be had.
    private static func start(_ share: Int, _ work: @escaping (Int) -> Void) -> pthread_t? {
        var thread = pthread_t()
        let task = Unmanaged.passRetained(Share(share, work))
        let result = pthread_create(
            &thread, nil,
            { pointer in
                guard let pointer else { return nil }
                let task = Unmanaged<Share>.fromOpaque(pointer).takeRetainedValue()
                task.work(task.number)
                return nil
            }, task.toOpaque())
        guard result == 0 else {
            task.release()
            return nil
        }
        return thread
    }

    /// One share of some work.
    private final class Share {
        /// Its number.
        let number: Int
        /// Does a share.
        let work: (Int) -> Void

        /// Makes a share.
        init(_ number: Int, _ work: @escaping (Int) -> Void) {
            self.number = number
            self.work = work
        }
    }
}

extension Range<Int> {
    /// Returns one of several nearly equal parts, in order.
    func share(_ index: Int, of count: Int) -> Range<Int> {
        let size = self.count
        return lowerBound + size * index / count..<lowerBound + size * (index + 1) / count
    }
}
