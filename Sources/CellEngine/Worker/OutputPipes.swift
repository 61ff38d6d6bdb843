internal import Evaluation
internal import Glibc
internal import Processes

/// The standard streams of the worker processes, which all of them share.
struct OutputPipes {
    /// One of the streams.
    struct Stream: Sendable {
        /// Which one.
        let name: OutputStreamName
        /// The end of the pipe that the kernel reads.
        let reading: Descriptor

        /// Returns what has been written and not read yet; nothing, where the pipe is empty.
        func readAvailable() -> [UInt8]? {
            guard let bytes = try? reading.read(upTo: Self.mostAtOnce), !bytes.isEmpty else {
                return nil
            }
            return bytes
        }

        /// How many bytes are read at once.
        static let mostAtOnce = 1 << 16

        /// How many bytes are read before others have their turn.
        static let mostInATurn = 1 << 18

        /// How many bytes the pipe holds at most.
        let capacity: Int
    }

    /// Standard output and standard error.
    let streams: [Stream]

    /// The ends of the pipes that the workers write to, for descriptors 1 and 2.
    let writing: [Descriptor]

    /// The command of `fcntl` that sets how much a pipe holds, `F_SETPIPE_SZ` in Linux's headers.
    private static let setSize: Int32 = 1031

    /// The command of `fcntl` that tells it, `F_GETPIPE_SZ`.
    private static let getSize: Int32 = 1032

    /// Makes the pipes.
    init() throws(ProcessError) {
        let output = try Descriptor.pipe()
        let error = try Descriptor.pipe()
        // Cells need not wait while nobody reads; where the system refuses, they do.
        for pipe in [output, error] { _ = fcntl(pipe.writing.number, Self.setSize, 1 << 20) }
        try output.reading.makeNonblocking()
        try error.reading.makeNonblocking()
        streams = [
            Self.stream(.standardOutput, output.reading),
            Self.stream(.standardError, error.reading),
        ]
        writing = [output.writing, error.writing]
    }

    /// Describes the end of a pipe that the kernel reads.
    private static func stream(_ name: OutputStreamName, _ reading: Descriptor) -> Stream {
        let capacity = fcntl(reading.number, getSize)
        return Stream(name: name, reading: reading, capacity: max(Int(capacity), Stream.mostAtOnce))
    }
}
