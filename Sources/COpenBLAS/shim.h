// OpenBLAS as Swift sees it. Only the room Recurrent imports this module.
#include <cblas.h>
