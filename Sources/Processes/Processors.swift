internal import CProcesses

/// The processors of the machine.
public enum Processors {
    /// The numbers of the processors on which this process may run.
    public static var allowed: [Int] {
        var numbers = [Int32](repeating: 0, count: 1024)
        let count = processes_allowed_processors(&numbers, Int32(numbers.count))
        return numbers.prefix(max(0, Int(count))).map(Int.init)
    }

    /// Returns one of several shares of some processors, which differ by at most one.
    ///
    /// No share is empty: where there are more shares than processors, some are equal.
    public static func share(_ index: Int, of count: Int, among processors: [Int]) -> [Int] {
        guard count < processors.count else {
            return processors.isEmpty ? [] : [processors[index % processors.count]]
        }
        return processors.indices.filter { $0 % count == index % count }.map { processors[$0] }
    }
}
