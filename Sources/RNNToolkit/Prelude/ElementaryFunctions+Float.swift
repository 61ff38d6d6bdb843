internal import Glibc

// The functions on `Float` are disfavored: a literal without a type is a `Double`, and in a cell
// that imports Foundation its own functions take precedence.

/// Returns the inverse cosine, in radians.
@_disfavoredOverload
public func acos(_ x: Float) -> Float { Glibc.acosf(x) }

/// Returns the inverse hyperbolic cosine.
@_disfavoredOverload
public func acosh(_ x: Float) -> Float { Glibc.acoshf(x) }

/// Returns the inverse sine, in radians.
@_disfavoredOverload
public func asin(_ x: Float) -> Float { Glibc.asinf(x) }

/// Returns the inverse hyperbolic sine.
@_disfavoredOverload
public func asinh(_ x: Float) -> Float { Glibc.asinhf(x) }

/// Returns the inverse tangent, in radians.
@_disfavoredOverload
public func atan(_ x: Float) -> Float { Glibc.atanf(x) }

/// Returns the angle of a point, in radians.
@_disfavoredOverload
public func atan2(_ y: Float, _ x: Float) -> Float { Glibc.atan2f(y, x) }

/// Returns the inverse hyperbolic tangent.
@_disfavoredOverload
public func atanh(_ x: Float) -> Float { Glibc.atanhf(x) }

/// Returns the cube root.
@_disfavoredOverload
public func cbrt(_ x: Float) -> Float { Glibc.cbrtf(x) }

/// Returns the number rounded up to an integer.
@_disfavoredOverload
public func ceil(_ x: Float) -> Float { x.rounded(.up) }

/// Returns the cosine of an angle in radians.
@_disfavoredOverload
public func cos(_ x: Float) -> Float { Glibc.cosf(x) }

/// Returns the hyperbolic cosine.
@_disfavoredOverload
public func cosh(_ x: Float) -> Float { Glibc.coshf(x) }

/// Returns the error function.
@_disfavoredOverload
public func erf(_ x: Float) -> Float { Glibc.erff(x) }

/// Returns the exponential function.
@_disfavoredOverload
public func exp(_ x: Float) -> Float { Glibc.expf(x) }

/// Returns 2 to the power of a number.
@_disfavoredOverload
public func exp2(_ x: Float) -> Float { Glibc.exp2f(x) }

/// Returns exp(x) - 1, accurate near zero.
@_disfavoredOverload
public func expm1(_ x: Float) -> Float { Glibc.expm1f(x) }

/// Returns the number rounded down to an integer.
@_disfavoredOverload
public func floor(_ x: Float) -> Float { x.rounded(.down) }

/// Returns the remainder of a division.
@_disfavoredOverload
public func fmod(_ x: Float, _ y: Float) -> Float { Glibc.fmodf(x, y) }

/// Returns the length of the hypotenuse of a right triangle.
@_disfavoredOverload
public func hypot(_ x: Float, _ y: Float) -> Float { Glibc.hypotf(x, y) }

/// Returns the natural logarithm.
@_disfavoredOverload
public func log(_ x: Float) -> Float { Glibc.logf(x) }

/// Returns the logarithm to the base ten.
@_disfavoredOverload
public func log10(_ x: Float) -> Float { Glibc.log10f(x) }

/// Returns log(1 + x), accurate near zero.
@_disfavoredOverload
public func log1p(_ x: Float) -> Float { Glibc.log1pf(x) }

/// Returns the logarithm to the base two.
@_disfavoredOverload
public func log2(_ x: Float) -> Float { Glibc.log2f(x) }

/// Returns `x` to the power of `y`.
@_disfavoredOverload
public func pow(_ x: Float, _ y: Float) -> Float { Glibc.powf(x, y) }

/// Returns the nearest integer, with halves rounded away from zero.
@_disfavoredOverload
public func round(_ x: Float) -> Float { x.rounded() }

/// Returns the sine of an angle in radians.
@_disfavoredOverload
public func sin(_ x: Float) -> Float { Glibc.sinf(x) }

/// Returns the hyperbolic sine.
@_disfavoredOverload
public func sinh(_ x: Float) -> Float { Glibc.sinhf(x) }

/// Returns the square root.
@_disfavoredOverload
public func sqrt(_ x: Float) -> Float { x.squareRoot() }

/// Returns the tangent of an angle in radians.
@_disfavoredOverload
public func tan(_ x: Float) -> Float { Glibc.tanf(x) }

/// Returns the hyperbolic tangent.
@_disfavoredOverload
public func tanh(_ x: Float) -> Float { Glibc.tanhf(x) }

/// Returns the integer part of a number.
@_disfavoredOverload
public func trunc(_ x: Float) -> Float { x.rounded(.towardZero) }
