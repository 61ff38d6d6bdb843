// The elementary functions of the C library on `Double`, available without an import, so that
// `exp(1)` works. In a cell that also imports Foundation, each of them is still found only once.

@_exported public import CElementaryFunctions
