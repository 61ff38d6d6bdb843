internal import Glibc

/// What the system allows this process: as it was at the start, before any cell has changed it.
struct ProcessLimits {
    /// The limits, by the kind of what they limit.
    private let limits: [rlimit]

    /// How many kinds there are, `RLIM_NLIMITS` in Linux's headers.
    private static let kinds: UInt32 = 16

    /// Takes down what is allowed now.
    init() {
        limits = (0..<Self.kinds).map { kind in
            var limit = rlimit()
            getrlimit(__rlimit_resource_t(kind), &limit)
            return limit
        }
    }

    /// Allows again what was allowed, as far as it still can be.
    func putBack() {
        for (kind, limit) in limits.enumerated() {
            let kind = __rlimit_resource_t(UInt32(kind))
            var now = rlimit()
            guard getrlimit(kind, &now) == 0, now.rlim_cur != limit.rlim_cur else { continue }
            var wanted = limit
            if setrlimit(kind, &wanted) == 0 { continue }
            // Only an administrator can raise what a cell has lowered for good.
            now.rlim_cur = min(limit.rlim_cur, now.rlim_max)
            setrlimit(kind, &now)
        }
    }
}
