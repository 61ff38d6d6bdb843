internal import Glibc

/// The memory of this machine, which limits the sizes that can be requested.
package enum MachineMemory {
    /// The memory of the machine in bytes, or the largest integer if it is not known.
    static let size: Int = {
        let pages = sysconf(Int32(_SC_PHYS_PAGES))
        let pageSize = sysconf(Int32(_SC_PAGESIZE))
        return pages > 0 && pageSize > 0 ? pages * pageSize : .max
    }()

    /// Throws if the given number of eight-byte numbers would not fit into the machine's memory.
    ///
    /// Running out of memory cannot be handled later, because it ends the process.
    ///
    /// - Parameters:
    ///   - name: the purpose of the numbers, as in `a matrix of shape [2, 3]`.
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

    /// Returns a number of bytes in units of 10⁹, rounded up.
    private static func inGigabytes(_ bytes: Int) -> Int { (bytes - 1) / 1_000_000_000 + 1 }
}
