/// The connection of running cell code to its host.
public enum CellEnvironment {
    // Unchecked: set once, by the worker's main thread, before any cell's code runs.
    /// The host of this process.
    public nonisolated(unsafe) static var host: any CellHost = StandaloneHost()
}
