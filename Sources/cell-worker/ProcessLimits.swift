internal import Glibc

/// The resource limits of this process at its start, before any cell has changed them.
struct ProcessLimits {
    /// The limits by resource.
    private let limits: [rlimit]

    /// The number of resources, `RLIM_NLIMITS` in Linux's headers.
    private static let kinds: UInt32 = 16

    /// The names of the resources whose lack ends a process or makes its calls fail.
    private static let names = [
        RLIMIT_CPU.rawValue: "processor time", RLIMIT_FSIZE.rawValue: "the size of files",
        RLIMIT_DATA.rawValue: "memory", RLIMIT_STACK.rawValue: "the stack",
        RLIMIT_NOFILE.rawValue: "open files", RLIMIT_AS.rawValue: "address space",
    ]

    /// Records the current limits.
    init() {
        limits = (0..<Self.kinds).map { kind in
            var limit = rlimit()
            getrlimit(__rlimit_resource_t(kind), &limit)
            return limit
        }
    }

    /// Restores the limits as far as possible, and returns the name of a resource of which the
    /// process is left with less than at its start, or `nil` if there is none.
    ///
    /// Only a privileged process can raise a hard limit that another program has lowered.
    func putBack() -> String? {
        var lowered: String?
        for (kind, limit) in limits.enumerated() {
            let resource = __rlimit_resource_t(UInt32(kind))
            var now = rlimit()
            guard getrlimit(resource, &now) == 0,
                now.rlim_cur != limit.rlim_cur || now.rlim_max != limit.rlim_max
            else { continue }
            var wanted = limit
            if setrlimit(resource, &wanted) == 0 { continue }
            now.rlim_cur = min(limit.rlim_cur, now.rlim_max)
            setrlimit(resource, &now)
            if now.rlim_cur < limit.rlim_cur { lowered = lowered ?? Self.names[UInt32(kind)] }
        }
        return lowered
    }
}
