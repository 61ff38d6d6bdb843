internal import Glibc

/// The range of the worker's own descriptors, above those that cells get.
enum OwnDescriptors {
    /// The usual lowest number.
    private static let usual = 900

    /// The maximum number of descriptors.
    private static let count = 64

    /// The lowest number of the range.
    static let lowest: Int32 = {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 3 }
        let most = Int(min(limit.rlim_cur, rlim_t(usual + count)))
        return Int32(max(most - count, 3))
    }()
}
