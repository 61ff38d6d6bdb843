internal import Glibc

/// Where the worker's own descriptors lie: out of the way of those that cells open and count.
enum OwnDescriptors {
    /// The usual place.
    private static let usual = 900

    /// How many there may be.
    private static let count = 64

    /// The number that none of them is below.
    static let lowest: Int32 = {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 3 }
        let most = Int(min(limit.rlim_cur, rlim_t(usual + count)))
        return Int32(max(most - count, 3))
    }()
}
