/*
 * Times OpenBLAS on one thread: matrix-vector product (y = W^T x, W row by row), rank-one update (W += t d^T), or an update
 * and then a product. Arguments: operation, rows, columns, milliseconds an iteration. Runs an iteration for each byte it reads and answers a line with the seconds an operation took. The two prototypes are its own, so that no header is
 * needed.
 */
#define _POSIX_C_SOURCE 199309L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ROW_MAJOR = 101, TRANSPOSED = 112 };

void cblas_sgemv(int order, int transposed, int m, int n, float alpha, const float *a, int lda, const float *x, int incx,
                 float beta, float *y, int incy);
void cblas_sger(int order, int m, int n, float alpha, const float *x, int incx, const float *y, int incy, float *a, int lda);

static int rows, columns;
static float *weights, *inputs[2], *deltas, *sums;
static float factor = 0x1p-10f;

static float *values(size_t count) {
    float *made = malloc(count * sizeof(float));
    if (made == NULL) {
        fprintf(stderr, "out of memory\n");
        exit(1);
    }
    for (size_t i = 0; i < count; i++) {
        float size = 0.5f + 0.5f * (float) rand() / (float) RAND_MAX;
        made[i] = rand() & 1 ? size : -size;
    }
    return made;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double) time.tv_sec + 1e-9 * (double) time.tv_nsec;
}

static void multiply(const float *x) {
    cblas_sgemv(ROW_MAJOR, TRANSPOSED, rows, columns, 1.0f, weights, columns, x, 1, 0.0f, sums, 1);
}

static void update(const float *x) {
    cblas_sger(ROW_MAJOR, rows, columns, factor, x, 1, deltas, 1, weights, columns);
}

static void operate(char kind, long turn) {
    const float *before = inputs[(turn + 1) & 1];
    const float *after = inputs[turn & 1];
    if (kind != 'm') {
        factor = turn & 2 ? -0x1p-10f : 0x1p-10f;
        update(kind == 'u' ? after : before);
    }
    if (kind != 'u') {
        multiply(after);
    }
}

static double iteration(char kind, double seconds) {
    static long turn = 0;
    long operations = 0;
    double start = now(), end;
    do {
        for (int i = 0; i < 4; i++) {
            operate(kind, turn++);
        }
        operations += 4;
        end = now();
    } while (end - start < seconds);
    return (end - start) / (double) operations;
}

int main(int count, char **arguments) {
    if (count != 5) {
        fprintf(stderr, "expected: m|u|b rows columns milliseconds\n");
        return 2;
    }
    rows = atoi(arguments[2]);
    columns = atoi(arguments[3]);
    weights = values((size_t) rows * (size_t) columns);
    inputs[0] = values((size_t) rows);
    inputs[1] = values((size_t) rows);
    deltas = values((size_t) columns);
    sums = values((size_t) columns);
    while (getchar() != EOF) {
        printf("iteration %.9g NaN\n", iteration(arguments[1][0], 1e-3 * atof(arguments[4])));
        fflush(stdout);
    }
    return 0;
}
