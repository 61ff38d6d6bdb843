// The elementary functions, declared individually: a cell that mentions `index` or `y0` should not
// get the C library's functions of those names. Each is the same function of the C library that
// Foundation re-exports; the thousands of others are not declared, because a search for names would
// have to go through them.

#ifndef CELEMENTARYFUNCTIONS_H
#define CELEMENTARYFUNCTIONS_H

double acos(double x);
double acosh(double x);
double asin(double x);
double asinh(double x);
double atan(double x);
double atan2(double y, double x);
double atanh(double x);
double cbrt(double x);
double ceil(double x);
double cos(double x);
double cosh(double x);
double erf(double x);
double exp(double x);
double exp2(double x);
double expm1(double x);
double floor(double x);
double fmod(double x, double y);
double hypot(double x, double y);
double log(double x);
double log10(double x);
double log1p(double x);
double log2(double x);
double pow(double x, double y);
double round(double x);
double sin(double x);
double sinh(double x);
double sqrt(double x);
double tan(double x);
double tanh(double x);
double trunc(double x);

#endif
