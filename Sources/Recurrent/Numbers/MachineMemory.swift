internal import Glibc

/// The memory of this machine, which bounds what a person can ask for.
package enum MachineMemory {
    /// How many bytes of memory the machine has; as many as can be counted where it does not say.
    static let size: Int = {
        let pages = sysconf(Int32(_SC_PHYS_PAGES))
        let pageSize = sysconf(Int32(_SC_PAGESIZE))
        return pages > 0 && pageSize > 0 ? pages * pageSize : .max
    }()

    /// Throws where that many numbers of eight bytes would not fit into the machine's memory.
    ///
    /// Running out of memory cannot be caught later: the process would be ended.
    ///
    /// - Parameters:
    ///   - name: what the numbers are for, as in `a matrix of shape [2, 3]`.
    ///   - sizes: the sizes of the dimensions, at least 0.
    package static func check(_ name: String, sizes: [Int]) throws(RecurrentError) {
        guard !sizes.contains(0) else { return }
        var bytes = 8
        for size in sizes {
            let (product, overflows) = bytes.multipliedReportingOverflow(by: size)
            bytes = overflows ? .max : product
        }
        guard bytes > size else { return }
        throw .invalidValue(
            name: "the memory for \(name)", value: "\(inGigabytes(bytes)) GB",
            needed: "at most \(inGigabytes(size)) GB, what this machine has")
    }

    /// A number of bytes in units of 10⁹, rounded up.
    private static func inGigabytes(_ bytes: Int) -> Int { (bytes - 1) / 1_000_000_000 + 1 }
}
