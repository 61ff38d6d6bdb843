internal import CCellWorker
internal import CellProtocol

/// The check, at the worker's start, of what it relies on.
enum RuntimeAssumptions {
    /// Checks every assumption, and gives up those that do not hold.
    ///
    /// - Parameter broken: the names of assumptions that are taken not to hold.
    /// - Returns: the assumptions that have been given up.
    static func check(taking broken: [String]) -> [RuntimeAssumption] {
        RuntimeAssumption.allCases.filter { assumption in
            guard broken.contains(assumption.rawValue) || !holds(assumption) else { return false }
            giveUp(assumption)
            return true
        }
    }

    /// Returns whether an assumption holds.
    private static func holds(_ assumption: RuntimeAssumption) -> Bool {
        guard let number = assumption.number else { return CellExecutor.shared.jobsAreTasks() }
        return cellworker_holds(number) != 0
    }

    /// Makes sure that nothing depends on an assumption any longer.
    private static func giveUp(_ assumption: RuntimeAssumption) {
        if let number = assumption.number {
            cellworker_give_up(number)
        } else {
            TaskRegistry.knowsTasks = false
        }
    }
}

extension RuntimeAssumption {
    /// The assumption's number in C; nil for one that is checked in Swift.
    fileprivate var number: cellworker_assumption? {
        switch self {
        case .taskLayout: nil
        case .redirectedCalls: cellworker_redirected_calls
        case .dispatchVariables: cellworker_dispatch_variables
        case .threadNumbers: cellworker_thread_numbers
        case .threadClocks: cellworker_thread_clocks
        case .executableMemory: cellworker_executable_memory
        case .sharedPages: cellworker_shared_pages
        }
    }
}
