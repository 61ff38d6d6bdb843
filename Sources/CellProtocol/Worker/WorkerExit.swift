/// Codes with which worker processes end that tell something.
public enum WorkerExit {
    /// The process could not speak to the kernel any longer: a cell has closed its line.
    public static let withoutLine: Int32 = 71
}
