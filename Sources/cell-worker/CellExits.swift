internal import Glibc

/// Stands for `exit` in cells: the linker makes their calls come here.
@_cdecl("__wrap_exit")
func cellCalledExit(_ code: Int32) {
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
