internal import Glibc
internal import _Concurrency

/// Replaces `exit` in cells; the linker redirects their calls here.
///
/// It is public, like the others here, because an optimized build hides the symbols of everything
/// else.
@_cdecl("__wrap_exit")
public func cellCalledExit(_ code: Int32) {
    Worker.current?.cellCalledExit(code: code)
    exit(code)
}

/// Replaces the runtime's function that ends a process when an error reaches the top level.
///
/// The linker redirects the calls of cells here.
@_silgen_name("__wrap_swift_errorInMain")
public func cellThrewError(_ error: any Error) -> Never {
    Worker.current?.cellThrew(error)
    fatalError("an error reached the top level before the worker was there: \(error)")
}

/// Replaces `Task.isCancelled` in cells, so that code that never suspends notices an interrupt,
/// even outside of a task.
///
/// The linker redirects the calls of cells here.
@_silgen_name("__wrap_$sScTss5NeverORszABRs_rlE11isCancelledSbvgZ")
public func cellAsksWhetherCancelled() -> Bool { CellExecutor.shared.isCancelled }

/// Replaces `Task.checkCancellation()` in cells; see `cellAsksWhetherCancelled()`.
@_silgen_name("__wrap_$sScTss5NeverORszABRs_rlE17checkCancellationyyKFZ")
public func cellChecksCancellation() throws {
    if CellExecutor.shared.isCancelled { throw CancellationError() }
}

/// Replaces the runtime's function that runs a job, which an asynchronous cell calls for the first
/// part of its own task: that task is not enqueued, but an interrupt must be able to cancel it.
///
/// The linker redirects the calls of cells here.
@_silgen_name("__wrap_swift_job_run")
public func cellBeginsItsTask(_ job: UnownedJob, _ executor: UnownedSerialExecutor) {
    CellExecutor.shared.note(job)
    runJob(job, executor)
}

/// Runs a job on the calling thread.
@_silgen_name("swift_job_run")
private func runJob(_ job: UnownedJob, _ executor: UnownedSerialExecutor)
