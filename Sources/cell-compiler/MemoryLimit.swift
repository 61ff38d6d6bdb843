internal import Glibc

/// How much memory the compiler may take: some sources make it ask for ever more, and this process can
/// be replaced, while the machine cannot.
enum MemoryLimit {
    /// The share of the machine's memory.
    private static let share = 2

    /// The least that is allowed, in bytes, however small the machine is.
    private static let least = 2 << 30

    /// The most that is allowed, in bytes, however large the machine is.
    private static let most = 6 << 30

    /// Makes requests for more memory fail.
    static func apply() {
        let machine = Int(sysconf(Int32(_SC_PHYS_PAGES))) * Int(sysconf(Int32(_SC_PAGESIZE)))
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
        limit.rlim_cur = min(rlim_t(max(least, min(most, machine / share))), limit.rlim_max)
        setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
    }
}
