package glia.cli.reproduce;

import java.util.Arrays;

/** How the energy of a matrix is spread over its directions: squared singular values, by Jacobi rotations of the Gram matrix. */
final class Spectrum {
    private static final int MOST_SWEEPS = 60;
    private static final double SMALL = 1e-22;

    private Spectrum() {}

    /** The share of the largest so many squared singular values in their sum, 0 to 1; no number for a matrix of zeros. */
    static double share(double[][] matrix, int directions) {
        double[] squares = squaredSingularValues(matrix);
        Arrays.sort(squares);
        double all = 0;
        double largest = 0;
        for (int i = 0; i < squares.length; i++) {
            all += squares[i];
            largest += i >= squares.length - directions ? squares[i] : 0;
        }
        return largest / all;
    }

    /** The squared singular values of a matrix in no order, one a column. */
    static double[] squaredSingularValues(double[][] matrix) {
        double[][] gram = gram(matrix);
        double total = 0;
        for (int i = 0; i < gram.length; i++) {
            total += gram[i][i];
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal(gram) > SMALL * total * total; sweep++) {
            for (int p = 0; p < gram.length; p++) {
                for (int q = p + 1; q < gram.length; q++) {
                    rotate(gram, p, q);
                }
            }
        }
        double[] diagonal = new double[gram.length];
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] = Math.max(0, gram[i][i]);
        }
        return diagonal;
    }

    private static double[][] gram(double[][] matrix) {
        int columns = matrix[0].length;
        double[][] gram = new double[columns][columns];
        for (double[] row : matrix) {
            for (int p = 0; p < columns; p++) {
                for (int q = 0; q < columns; q++) {
                    gram[p][q] += row[p] * row[q];
                }
            }
        }
        return gram;
    }

    private static double offDiagonal(double[][] a) {
        double sum = 0;
        for (int p = 0; p < a.length; p++) {
            for (int q = 0; q < p; q++) {
                sum += 2 * a[p][q] * a[p][q];
            }
        }
        return sum;
    }

    /** Turns rows and columns p and q of a symmetric matrix so that a_pq becomes 0. */
    private static void rotate(double[][] a, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < a.length; k++) {
            double kp = a[k][p];
            a[k][p] = c * kp - s * a[k][q];
            a[k][q] = s * kp + c * a[k][q];
        }
        for (int k = 0; k < a.length; k++) {
            double pk = a[p][k];
            a[p][k] = c * pk - s * a[q][k];
            a[q][k] = s * pk + c * a[q][k];
        }
    }
}
