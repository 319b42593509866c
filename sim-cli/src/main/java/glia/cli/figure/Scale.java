package glia.cli.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How values are laid along an axis. */
public enum Scale {
    /** Equal differences are equally far apart. */
    LINEAR {
        @Override
        double place(double value) {
            return value;
        }

        @Override
        List<Double> ticks(double from, double to, int most) {
            double step = niceStep((to - from) / Math.max(1, most));
            List<Double> ticks = new ArrayList<>();
            for (long k = (long) Math.ceil(from / step - SLACK); k * step <= to + SLACK * step; k++) {
                ticks.add(rounded(k * step, step));
            }
            return ticks;
        }
    },
    /** Equal ratios are equally far apart; for values above 0. */
    LOG {
        @Override
        double place(double value) {
            if (!(value > 0)) {
                throw new IllegalArgumentException(value + " on a logarithmic axis; expected a value above 0");
            }
            return StrictMath.log10(value);
        }

        @Override
        List<Double> ticks(double from, double to, int most) {
            double decades = place(to) - place(from);
            int[] digits = decades * 3 <= most ? new int[] {1, 2, 5} : new int[] {1};
            int every = Math.max(1, (int) Math.ceil(decades / Math.max(1, most)));
            List<Double> ticks = new ArrayList<>();
            for (int power = (int) Math.floor(place(from) - SLACK); power <= place(to) + SLACK; power++) {
                for (int digit : digits) {
                    double tick = digit * StrictMath.pow(10, power);
                    if (power % every == 0 && tick >= from * (1 - SLACK) && tick <= to * (1 + SLACK)) {
                        ticks.add(tick);
                    }
                }
            }
            return ticks;
        }
    };

    private static final double SLACK = 1e-9;

    /** Where a value stands, up to the axis' unit. */
    abstract double place(double value);

    /** Round values between two, about so many at most. */
    abstract List<Double> ticks(double from, double to, int most);

    /** 1, 2 or 5 times a power of ten, not below a step. */
    static double niceStep(double step) {
        double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(step)));
        for (int digit : new int[] {1, 2, 5}) {
            if (digit * power >= step * (1 - SLACK)) {
                return digit * power;
            }
        }
        return 10 * power;
    }

    private static double rounded(double value, double step) {
        double unit = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(step)) - 1);
        return unit >= 1 ? value : StrictMath.rint(value / unit) / StrictMath.rint(1 / unit);
    }

    /** As {@link #label}, of three digits. */
    static String shortLabel(double value) {
        return label(Double.parseDouble(String.format(Locale.ROOT, "%.3g", value)));
    }

    /** A tick as people read it: with prefixes k, M, G, T from 1000 on, as a power of ten where it is very small or large. */
    static String label(double value) {
        double size = Math.abs(value);
        if (size >= 1e15 || (size > 0 && size < 1e-3)) {
            int power = (int) StrictMath.floor(StrictMath.log10(size) + SLACK);
            return plain(value / StrictMath.pow(10, power)) + "e" + power;
        }
        if (size >= 1e12) {
            return plain(value / 1e12) + "T";
        }
        if (size >= 1e9) {
            return plain(value / 1e9) + "G";
        }
        if (size >= 1e6) {
            return plain(value / 1e6) + "M";
        }
        return size >= 1e3 ? plain(value / 1e3) + "k" : plain(value);
    }

    private static String plain(double value) {
        String text = String.format(Locale.ROOT, "%.4f", value);
        String cut = text.replaceAll("0+$", "").replaceAll("\\.$", "");
        return cut.equals("-0") ? "0" : cut;
    }
}
