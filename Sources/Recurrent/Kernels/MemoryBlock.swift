internal import Glibc
internal import Synchronization

/// A piece of memory that is given back when nobody holds it any more.
///
/// A large one comes in pages of 2 MB where the system has them, and a few that were given back are
/// kept for the next pass: otherwise a pass over a large layer would spend as much time on page
/// faults as on its products.
final class MemoryBlock: @unchecked Sendable {
    // Unchecked: the addresses do not change; who may write is up to the buffers that share it.

    /// Memory that was mapped.
    private struct Mapping: @unchecked Sendable {
        // Unchecked: it belongs to one block, or to the spares.

        /// Where it begins.
        let start: UnsafeMutableRawPointer
        /// How many bytes it has.
        let size: Int
        /// The process that mapped it.
        let process = getpid()
    }

    /// Where memory comes from.
    private enum Origin {
        /// What was mapped for a large piece.
        case mapping(Mapping)
        /// What the C library gave for a small one, which begins up to 63 bytes earlier.
        case heap(UnsafeMutableRawPointer)
    }

    /// What addresses are multiples of, in bytes: the width of the widest vectors and of cache lines.
    private static let alignment = 64

    /// From how many bytes on memory comes in large pages.
    private static let largeSize = 1 << 19

    /// The size of a large page, in bytes.
    private static let pageSize = 1 << 21

    /// How many bytes are kept for the next pass at most: those of an LSTM in double precision with 512
    /// units, for 64 sequences of 128 steps and the way back, fit in.
    private static let spareLimit = 1 << 29

    /// Memory that was given back and is kept.
    private static let spares = Mutex<[Mapping]>([])

    /// Where the memory begins, at a multiple of the alignment.
    let start: UnsafeMutableRawPointer

    /// What to give back.
    private let origin: Origin

    /// Makes room for some bytes, which hold anything.
    init(size: Int) {
        if size >= Self.largeSize, let mapping = Self.takeSpare(size) ?? Self.map(size) {
            origin = .mapping(mapping)
            start = Self.firstPage(of: mapping)
        } else {
            // Asked for an alignment, the C library cuts pieces off on both sides, and small passes
            // would spend a fifth of their time on that.
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

    /// Keeps a mapping for the next pass where there is room, and unmaps it otherwise.
    private static func giveBack(_ mapping: Mapping) {
        let isKept = spares.withLock { spares in
            let kept = spares.reduce(mapping.size) { $0 + $1.size }
            guard kept <= spareLimit else { return false }
            spares.append(mapping)
            return true
        }
        if !isKept { munmap(mapping.start, mapping.size) }
    }

    /// Where the first large page of a mapping begins.
    private static func firstPage(of mapping: Mapping) -> UnsafeMutableRawPointer {
        let address = UInt(bitPattern: mapping.start)
        return mapping.start + Int((0 &- address) % UInt(pageSize))
    }

    /// How many bytes are mapped for a piece: whole pages, and one to begin at a multiple of them.
    private static func mappedSize(_ size: Int) -> Int {
        ((size + pageSize - 1) / pageSize + 1) * pageSize
    }

    /// Returns kept memory of the right size; nil where there is none.
    ///
    /// What a process has in common with the one that it was forked from is of no use: its pages would
    /// have to be copied before they are written to, which takes longer than to come by new ones.
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

    /// Maps new memory; nil where there is none to be had.
    private static func map(_ size: Int) -> Mapping? {
        let needed = mappedSize(size)
        let start = mmap(nil, needed, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let start, start != MAP_FAILED else { return nil }
        let mapping = Mapping(start: start, size: needed)
        // Where there are no large pages, small ones are as good and only slower to come by.
        madvise(firstPage(of: mapping), needed - pageSize, MADV_HUGEPAGE)
        return mapping
    }
}
