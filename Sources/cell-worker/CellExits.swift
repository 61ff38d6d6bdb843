internal import Glibc
internal import _Concurrency

/// Stands for `exit` in cells: the linker makes their calls come here.
///
/// Public, as the others are: an optimised build hides the symbols of everything else.
@_cdecl("__wrap_exit")
public func cellCalledExit(_ code: Int32) {
    Worker.current?.cellCalledExit(code: code)
    exit(code)
}

/// Stands for the runtime's function that ends a process when an error reaches the top level.
///
/// The linker makes the calls in cells come here.
@_silgen_name("__wrap_swift_errorInMain")
public func cellThrewError(_ error: any Error) -> Never {
    Worker.current?.cellThrew(error)
    fatalError("an error reached the top level before the worker was there: \(error)")
}

/// Stands for `Task.isCancelled` in cells: code that never suspends hears of an interrupt here, also
/// where it runs in no task.
///
/// The linker makes the calls in cells come here.
@_silgen_name("__wrap_$sScTss5NeverORszABRs_rlE11isCancelledSbvgZ")
public func cellAsksWhetherCancelled() -> Bool { CellExecutor.shared.isCancelled }

/// Stands for `Task.checkCancellation()` in cells; see `cellAsksWhetherCancelled()`.
@_silgen_name("__wrap_$sScTss5NeverORszABRs_rlE17checkCancellationyyKFZ")
public func cellChecksCancellation() throws {
    if CellExecutor.shared.isCancelled { throw CancellationError() }
}

/// Stands for the runtime's function that runs a job, which an asynchronous cell calls for the first
/// part of its own task: that one is in no queue, and an interrupt has to find it all the same.
///
/// The linker makes the calls in cells come here.
@_silgen_name("__wrap_swift_job_run")
public func cellBeginsItsTask(_ job: UnownedJob, _ executor: UnownedSerialExecutor) {
    CellExecutor.shared.note(job)
    runJob(job, executor)
}

/// Runs a job on the calling thread.
@_silgen_name("swift_job_run")
private func runJob(_ job: UnownedJob, _ executor: UnownedSerialExecutor)
