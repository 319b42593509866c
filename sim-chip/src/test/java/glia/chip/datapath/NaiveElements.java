package glia.chip.datapath;

/** The perturbation elements of a tile as a rule asks for them, one synapse after the other; (i, j) counts within the tile. */
interface NaiveElements {
    /** The perturbed sums of some inputs. */
    float[] perturbed(float[] stored, float[] inputs);

    /** What (i, j) is asked to change by. */
    float change(float factor, int i, int j);

    /** Whether the element of (i, j) is driven. */
    boolean drives(int i, int j);

    /** Whether the product of a factor and the element of (i, j) has no minus sign. */
    boolean raises(float factor, int i, int j);

    /** Elements ±scale · rows[i] · columns[j]. */
    record Signed(float[] rows, float[] columns, float scale, boolean[][] minus) implements NaiveElements {
        @Override
        public float[] perturbed(float[] stored, float[] inputs) {
            float[] sums = new float[stored.length];
            for (int j = 0; j < sums.length; j++) {
                float sum = 0f;
                for (int i = 0; i < inputs.length; i++) {
                    if (rows[i] != 0f && inputs[i] != 0f) {
                        sum += signed(minus[i][j], rows[i] * inputs[i]);
                    }
                }
                sums[j] = stored[j] + (scale * columns[j]) * sum;
            }
            return sums;
        }

        @Override
        public float change(float factor, int i, int j) {
            return signed(minus[i][j], ((factor * scale) * rows[i]) * columns[j]);
        }

        @Override
        public boolean drives(int i, int j) {
            return rows[i] != 0f && columns[j] != 0f;
        }

        @Override
        public boolean raises(float factor, int i, int j) {
            float signs = Math.signum(factor) * Math.signum(scale) * Math.signum(rows[i]) * Math.signum(columns[j]);
            return signed(minus[i][j], signs) > 0f;
        }

        private static float signed(boolean minus, float value) {
            return minus ? -value : value;
        }
    }

    /** Elements scale · rows[i] · columns[j]: the tile forms one sum of its inputs. */
    record RankOne(float[] rows, float[] columns, float scale) implements NaiveElements {
        @Override
        public float[] perturbed(float[] stored, float[] inputs) {
            float overlap = 0f;
            for (int i = 0; i < inputs.length; i++) {
                overlap = inputs[i] != 0f ? Math.fma(rows[i], inputs[i], overlap) : overlap;
            }
            float[] sums = new float[stored.length];
            for (int j = 0; j < sums.length; j++) {
                sums[j] = stored[j] + (scale * columns[j]) * overlap;
            }
            return sums;
        }

        @Override
        public float change(float factor, int i, int j) {
            return ((factor * scale) * rows[i]) * columns[j];
        }

        @Override
        public boolean drives(int i, int j) {
            return rows[i] != 0f && columns[j] != 0f;
        }

        @Override
        public boolean raises(float factor, int i, int j) {
            return Math.signum(factor) * Math.signum(scale) * Math.signum(rows[i]) * Math.signum(columns[j]) > 0f;
        }
    }

    /** Elements of any value. */
    record Dense(float[][] values) implements NaiveElements {
        @Override
        public float[] perturbed(float[] stored, float[] inputs) {
            float[] sums = new float[stored.length];
            for (int j = 0; j < sums.length; j++) {
                float sum = 0f;
                for (int i = 0; i < inputs.length; i++) {
                    sum = inputs[i] != 0f ? Math.fma(inputs[i], values[i][j], sum) : sum;
                }
                sums[j] = stored[j] + sum;
            }
            return sums;
        }

        @Override
        public float change(float factor, int i, int j) {
            return factor * values[i][j];
        }

        @Override
        public boolean drives(int i, int j) {
            return values[i][j] != 0f;
        }

        @Override
        public boolean raises(float factor, int i, int j) {
            return Math.signum(factor) * Math.signum(values[i][j]) > 0f;
        }
    }
}
