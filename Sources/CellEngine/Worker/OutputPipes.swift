internal import Evaluation
internal import Glibc
internal import Processes

/// The standard output and error of the worker processes, which all of them share.
struct OutputPipes {
    /// One of the streams.
    struct Stream: Sendable {
        /// The name of the stream.
        let name: OutputStreamName
        /// The end of the pipe that the kernel reads.
        let reading: Descriptor

        /// Returns the bytes available in the pipe, or `nil` if it is empty.
        func readAvailable() -> [UInt8]? {
            guard let bytes = try? reading.read(upTo: Self.mostAtOnce), !bytes.isEmpty else {
                return nil
            }
            return bytes
        }

        /// The maximum number of bytes per read.
        static let mostAtOnce = 1 << 16

        /// The maximum number of bytes read before other tasks have their turn.
        static let mostInATurn = 1 << 18

        /// The capacity of the pipe in bytes.
        let capacity: Int
    }

    /// Standard output and standard error.
    let streams: [Stream]

    /// The writing ends of the pipes, for descriptors 1 and 2 of the workers.
    let writing: [Descriptor]

    /// The `fcntl` command that sets the capacity of a pipe, `F_SETPIPE_SZ` in Linux's headers.
    private static let setSize: Int32 = 1031

    /// The `fcntl` command that gets the capacity of a pipe, `F_GETPIPE_SZ`.
    private static let getSize: Int32 = 1032

    /// Creates the pipes.
    init() throws(ProcessError) {
        let output = try Descriptor.pipe()
        let error = try Descriptor.pipe()
        // With a larger capacity, cells rarely wait for the reader; failures are ignored.
        for pipe in [output, error] { _ = fcntl(pipe.writing.number, Self.setSize, 1 << 20) }
        try output.reading.makeNonblocking()
        try error.reading.makeNonblocking()
        streams = [
            Self.stream(.standardOutput, output.reading),
            Self.stream(.standardError, error.reading),
        ]
        writing = [output.writing, error.writing]
    }

    /// Creates the description of a stream.
    private static func stream(_ name: OutputStreamName, _ reading: Descriptor) -> Stream {
        let capacity = fcntl(reading.number, getSize)
        return Stream(name: name, reading: reading, capacity: max(Int(capacity), Stream.mostAtOnce))
    }
}
