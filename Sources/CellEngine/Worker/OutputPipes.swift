internal import Evaluation
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
            guard let bytes = try? reading.read(upTo: 1 << 16), !bytes.isEmpty else { return nil }
            return bytes
        }
    }

    /// Standard output and standard error.
    let streams: [Stream]

    /// The ends of the pipes that the workers write to, for descriptors 1 and 2.
    let writing: [Descriptor]

    /// Makes the pipes.
    init() throws(ProcessError) {
        let output = try Descriptor.pipe()
        let error = try Descriptor.pipe()
        try output.reading.makeNonblocking()
        try error.reading.makeNonblocking()
        streams = [
            Stream(name: .standardOutput, reading: output.reading),
            Stream(name: .standardError, reading: error.reading),
        ]
        writing = [output.writing, error.writing]
    }
}
