// The elementary functions that need no import: those of the C library on `Double`, so that `exp(1)` is
// one of them. A cell that imports Foundation as well finds each of them once.

@_exported public import CElementaryFunctions
