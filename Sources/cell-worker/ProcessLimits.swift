internal import Glibc

/// The resource limits of this process at its start, before any cell has changed them.
struct ProcessLimits {
    /// The limits by resource.
    private let limits: [rlimit]

    /// The number of resources, `RLIM_NLIMITS` in Linux's headers.
    private static let kinds: UInt32 = 16

    /// Records the current limits.
    init() {
        limits = (0..<Self.kinds).map { kind in
            var limit = rlimit()
            getrlimit(__rlimit_resource_t(kind), &limit)
            return limit
        }
    }

    /// Restores the limits as far as possible.
    func putBack() {
        for (kind, limit) in limits.enumerated() {
            let kind = __rlimit_resource_t(UInt32(kind))
            var now = rlimit()
            guard getrlimit(kind, &now) == 0, now.rlim_cur != limit.rlim_cur else { continue }
            var wanted = limit
            if setrlimit(kind, &wanted) == 0 { continue }
            // Only a privileged process can raise a hard limit that a cell has lowered.
            now.rlim_cur = min(limit.rlim_cur, now.rlim_max)
            setrlimit(kind, &now)
        }
    }
}
