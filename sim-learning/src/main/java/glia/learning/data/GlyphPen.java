package glia.learning.data;

/** Draws straight strokes with a round tip on a square of pixels, smooth at the edges by distance. */
final class GlyphPen {
    private final int side;
    private final float[] pixels;
    private final double radius;

    /** A pen of a radius (in pixels) for a picture that it writes to, row by row. */
    GlyphPen(int side, float[] pixels, double radius) {
        this.side = side;
        this.pixels = pixels;
        this.radius = radius;
    }

    /** Draws from one point to another; where strokes cross, the darker ink stays. */
    void draw(double fromX, double fromY, double toX, double toY) {
        double reach = radius + 0.5;
        int left = (int) Math.max(0, Math.ceil(Math.min(fromX, toX) - reach));
        int right = (int) Math.min(side - 1, Math.floor(Math.max(fromX, toX) + reach));
        int top = (int) Math.max(0, Math.ceil(Math.min(fromY, toY) - reach));
        int bottom = (int) Math.min(side - 1, Math.floor(Math.max(fromY, toY) + reach));
        double alongX = toX - fromX;
        double alongY = toY - fromY;
        double perLength = 1 / Math.max(alongX * alongX + alongY * alongY, 1e-9);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double pointX = x - fromX;
                double pointY = y - fromY;
                double at = Math.min(1, Math.max(0, (pointX * alongX + pointY * alongY) * perLength));
                double awayX = pointX - at * alongX;
                double awayY = pointY - at * alongY;
                double square = awayX * awayX + awayY * awayY;
                if (square < reach * reach) {
                    ink(y * side + x, reach - Math.sqrt(square));
                }
            }
        }
    }

    private void ink(int pixel, double darkness) {
        pixels[pixel] = Math.max(pixels[pixel], (float) Math.min(1, darkness));
    }
}
