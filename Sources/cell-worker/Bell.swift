internal import Glibc
internal import Processes

/// Wakes a thread that waits for a descriptor.
struct Bell {
    /// The ends of a pipe.
    private let pipe: (reading: Descriptor, writing: Descriptor)

    /// Makes a bell that has not been rung.
    init() {
        do {
            let ends = try Descriptor.pipe()
            pipe = (
                try ends.reading.duplicated(atLeast: OwnDescriptors.lowest),
                try ends.writing.duplicated(atLeast: OwnDescriptors.lowest)
            )
            try pipe.reading.makeNonblocking()
            try pipe.writing.makeNonblocking()
        } catch {
            fatalError("\(error)")
        }
    }

    /// The descriptor that can be read while the bell has been rung.
    var descriptor: Int32 { pipe.reading.number }

    /// The descriptor that rings the bell when something is written to it.
    var ringingDescriptor: Int32 { pipe.writing.number }

    /// Rings the bell.
    func ring() {
        var byte: UInt8 = 1
        _ = write(pipe.writing.number, &byte, 1)
    }

    /// Forgets that the bell was rung.
    func silence() {
        while let bytes = try? pipe.reading.read(upTo: 4096), bytes.count == 4096 {}
    }
}
