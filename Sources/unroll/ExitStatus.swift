/// The codes with which commands end.
enum ExitStatus {
    /// What was asked for is not right.
    static let badInput: Int32 = 2
    /// A kernel could not be started.
    static let noKernel: Int32 = 5
}
