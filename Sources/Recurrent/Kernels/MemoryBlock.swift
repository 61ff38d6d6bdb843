internal import Glibc
internal import Synchronization

/// A block of memory that is freed with its last reference.
///
/// A large one uses pages of 2 MB if available, and some freed blocks are kept for the next pass:
/// otherwise a pass over a large layer would spend as much time on page faults as on its products.
final class MemoryBlock: @unchecked Sendable {
    // Unchecked: the addresses do not change; the buffers that share the memory coordinate writes.

    /// Memory that was mapped.
    private struct Mapping: @unchecked Sendable {
        // Unchecked: it belongs to one block, or to the spares.

        /// The start of the mapping.
        let start: UnsafeMutableRawPointer
        /// The size in bytes.
        let size: Int
        /// The process that mapped it.
        let process = getpid()
    }

    /// The origin of memory.
    private enum Origin {
        /// A mapping for a large block.
        case mapping(Mapping)
        /// Memory of the C library for a small block, which begins up to 63 bytes earlier.
        case heap(UnsafeMutableRawPointer)
    }

    /// The alignment in bytes: the width of the widest vectors and of cache lines.
    private static let alignment = 64

    /// The size in bytes from which blocks use large pages.
    private static let largeSize = 1 << 19

    /// The size of a large page, in bytes.
    private static let pageSize = 1 << 21

    /// The maximum size in bytes of the memory kept for the next pass, which suffices for both
    /// passes of an LSTM in double precision with 512 units, 64 sequences and 128 steps.
    private static let spareLimit = 1 << 29

    /// The freed memory that is kept.
    private static let spares = Mutex<[Mapping]>([])

    /// The aligned start of the memory.
    let start: UnsafeMutableRawPointer

    /// The memory to free.
    private let origin: Origin

    /// Allocates uninitialized memory.
    init(size: Int) {
        if size >= Self.largeSize, let mapping = Self.takeSpare(size) ?? Self.map(size) {
            origin = .mapping(mapping)
            start = Self.firstPage(of: mapping)
        } else {
            // With an alignment, the C library splits blocks on both sides, on which small passes
            // would spend a fifth of their time.
            let memory = UnsafeMutableRawPointer.allocate(
                byteCount: size + Self.alignment, alignment: MemoryLayout<Int>.alignment)
            origin = .heap(memory)
            start = memory.alignedUp(toMultipleOf: Self.alignment)
        }
    }

    deinit {
        switch origin {
        case .heap(let memory): memory.deallocate()
        case .mapping(let mapping): Self.giveBack(mapping)
        }
    }

    /// Keeps a mapping for the next pass if there is room, otherwise unmaps it.
    private static func giveBack(_ mapping: Mapping) {
        let isKept = spares.withLock { spares in
            let kept = spares.reduce(mapping.size) { $0 + $1.size }
            guard kept <= spareLimit else { return false }
            spares.append(mapping)
            return true
        }
        if !isKept { munmap(mapping.start, mapping.size) }
    }

    /// Returns the start of the first large page of a mapping.
    private static func firstPage(of mapping: Mapping) -> UnsafeMutableRawPointer {
        let address = UInt(bitPattern: mapping.start)
        return mapping.start + Int((0 &- address) % UInt(pageSize))
    }

    /// Returns the number of bytes to map for a block: whole pages, and one for the alignment.
    private static func mappedSize(_ size: Int) -> Int {
        ((size + pageSize - 1) / pageSize + 1) * pageSize
    }

    /// Returns kept memory of the right size, or `nil` if there is none.
    ///
    /// Memory that is shared with the parent process after a fork is not used: its pages would have
    /// to be copied before they are written, which takes longer than allocating new ones.
    private static func takeSpare(_ size: Int) -> Mapping? {
        let needed = mappedSize(size)
        let process = getpid()
        return spares.withLock { spares in
            for spare in spares where spare.process != process { munmap(spare.start, spare.size) }
            spares.removeAll { $0.process != process }
            guard let index = spares.firstIndex(where: { $0.size == needed }) else { return nil }
            return spares.remove(at: index)
        }
    }

    /// Maps new memory; returns `nil` if none is available.
    private static func map(_ size: Int) -> Mapping? {
        let needed = mappedSize(size)
        let start = mmap(nil, needed, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let start, start != MAP_FAILED else { return nil }
        let mapping = Mapping(start: start, size: needed)
        // Without large pages, small ones work as well, but are slower to allocate.
        madvise(firstPage(of: mapping), needed - pageSize, MADV_HUGEPAGE)
        return mapping
    }
}
