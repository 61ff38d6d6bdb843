internal import Glibc
internal import Processes

/// A signal that wakes a thread waiting for a descriptor.
struct Bell {
    /// The ends of a pipe.
    private let pipe: (reading: Descriptor, writing: Descriptor)

    /// Creates a signal that is not raised.
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

    /// The descriptor that is readable while the signal is raised.
    var descriptor: Int32 { pipe.reading.number }

    /// The descriptor to which a write raises the signal.
    var ringingDescriptor: Int32 { pipe.writing.number }

    /// Raises the signal.
    func ring() {
        var byte: UInt8 = 1
        _ = write(pipe.writing.number, &byte, 1)
    }

    /// Resets the signal.
    func silence() {
        while let bytes = try? pipe.reading.read(upTo: 4096), bytes.count == 4096 {}
    }
}
