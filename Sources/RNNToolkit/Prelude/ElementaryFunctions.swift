// The elementary functions, one by one: a cell that mentions `index` or `y0` should not find what the
// C library happens to call so. They are the very functions that Foundation hands on, so that a cell
// which imports that as well finds each of them once; and only those on `Double`, so that `exp(1)` is
// one of them.

@_exported public import func SwiftGlibc.acos
@_exported public import func SwiftGlibc.acosh
@_exported public import func SwiftGlibc.asin
@_exported public import func SwiftGlibc.asinh
@_exported public import func SwiftGlibc.atan
@_exported public import func SwiftGlibc.atan2
@_exported public import func SwiftGlibc.atanh
@_exported public import func SwiftGlibc.cbrt
@_exported public import func SwiftGlibc.ceil
@_exported public import func SwiftGlibc.cos
@_exported public import func SwiftGlibc.cosh
@_exported public import func SwiftGlibc.erf
@_exported public import func SwiftGlibc.exp
@_exported public import func SwiftGlibc.exp2
@_exported public import func SwiftGlibc.expm1
@_exported public import func SwiftGlibc.floor
@_exported public import func SwiftGlibc.fmod
@_exported public import func SwiftGlibc.hypot
@_exported public import func SwiftGlibc.log
@_exported public import func SwiftGlibc.log10
@_exported public import func SwiftGlibc.log1p
@_exported public import func SwiftGlibc.log2
@_exported public import func SwiftGlibc.pow
@_exported public import func SwiftGlibc.round
@_exported public import func SwiftGlibc.sin
@_exported public import func SwiftGlibc.sinh
@_exported public import func SwiftGlibc.sqrt
@_exported public import func SwiftGlibc.tan
@_exported public import func SwiftGlibc.tanh
@_exported public import func SwiftGlibc.trunc
