// Large matrix products by OpenBLAS, restricted to the calling thread.
//
// Only this file includes its header: cells load the header of this room, and should not have to
// load more.

#include <cblas.h>

#include "CVectorKernels.h"

/// Prevents OpenBLAS from starting threads: a cell's process is forked between cells.
static void keep_to_one_thread(void) {
    static int is_kept = 0;
    if (__atomic_load_n(&is_kept, __ATOMIC_RELAXED)) return;
    openblas_set_num_threads(1);
    __atomic_store_n(&is_kept, 1, __ATOMIC_RELAXED);
}

void library_product_f64(int transposes_a, size_t rows, size_t columns, size_t inner,
                         const void *a, size_t a_step, const void *b, size_t b_step, void *c,
                         size_t c_step) {
    keep_to_one_thread();
    cblas_dgemm(CblasRowMajor, transposes_a ? CblasTrans : CblasNoTrans, CblasNoTrans, (int)rows,
                (int)columns, (int)inner, 1, a, (int)a_step, b, (int)b_step, 1, c, (int)c_step);
}

void library_product_f32(int transposes_a, size_t rows, size_t columns, size_t inner,
                         const void *a, size_t a_step, const void *b, size_t b_step, void *c,
                         size_t c_step) {
    keep_to_one_thread();
    cblas_sgemm(CblasRowMajor, transposes_a ? CblasTrans : CblasNoTrans, CblasNoTrans, (int)rows,
                (int)columns, (int)inner, 1, a, (int)a_step, b, (int)b_step, 1, c, (int)c_step);
}

const char *library_processor_name(void) { return openblas_get_corename(); }
