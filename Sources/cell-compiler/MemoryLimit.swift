internal import Glibc

/// The memory limit of the compiler process.
///
/// Some sources make the compiler allocate without bound;
/// the process can be replaced, while the machine cannot.
enum MemoryLimit {
    /// The divisor of the machine's memory.
    private static let share = 2

    /// The smallest limit in bytes, however small the machine is.
    private static let least = 2 << 30

    /// The largest limit in bytes, however large the machine is.
    private static let most = 6 << 30

    /// Sets the limit; allocations beyond it fail.
    static func apply() {
        let machine = Int(sysconf(Int32(_SC_PHYS_PAGES))) * Int(sysconf(Int32(_SC_PAGESIZE)))
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
        limit.rlim_cur = min(rlim_t(max(least, min(most, machine / share))), limit.rlim_max)
        setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
    }
}
