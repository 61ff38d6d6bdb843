/// Exit codes of worker processes that have a special meaning.
public enum WorkerExit {
    /// The process lost its connection to the kernel because a cell closed the channel.
    public static let withoutLine: Int32 = 71
}
