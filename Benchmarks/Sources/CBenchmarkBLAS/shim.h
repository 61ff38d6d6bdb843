// OpenBLAS as Swift sees it. For the rate that the layers are compared with.
#include <cblas.h>
