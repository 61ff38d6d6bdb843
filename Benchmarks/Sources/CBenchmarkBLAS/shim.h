// The interface of OpenBLAS for Swift, for the rate with which the layers are compared.
#include <cblas.h>
