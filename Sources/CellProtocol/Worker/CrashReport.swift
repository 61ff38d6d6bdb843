/// A report that a process wrote when a fatal signal arrived.
public struct CrashReport: Codable, Sendable, Hashable {
    /// The signal.
    public var signal: Int32

    /// Indicates whether the stack overflowed.
    public var isStackOverflow: Bool

    /// The message of the Swift runtime; empty if there was none.
    public var message: String

    /// The call stack, the innermost call first.
    public var frames: [Frame]

    /// Creates a report.
    public init(signal: Int32, isStackOverflow: Bool, message: String, frames: [Frame]) {
        self.signal = signal
        self.isStackOverflow = isStackOverflow
        self.message = message
        self.frames = frames
    }

    /// A frame of the call stack.
    public struct Frame: Codable, Sendable, Hashable {
        /// The path of the image that contains the code.
        public var object: String
        /// The address relative to the image's load address.
        public var offset: UInt64

        /// Creates a frame.
        public init(object: String, offset: UInt64) {
            self.object = object
            self.offset = offset
        }
    }
}
