package dev.dateline.standalone.recall;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One panel of a drawing: both axes from 0 to 1, lines and marks in it. Its texts are our own, so nothing is escaped. */
final class Plot {
    private static final int SIZE = 280;
    private static final int TICKS = 5;
    private static final int RADIUS = 3;
    private static final int CURVE_STEPS = 100;

    private final StringBuilder svg = new StringBuilder();
    private final int left;
    private final int top;

    /** A point of a line. */
    record At(double x, double y) {}

    Plot(int left, int top, String title, String xLabel, String yLabel) {
        this.left = left;
        this.top = top;
        text(left + SIZE / 2.0, top - 14, "title", title);
        text(left + SIZE / 2.0, top + SIZE + 38, "label", xLabel);
        svg.append("<text class=\"label\" transform=\"translate(%d %d) rotate(-90)\">%s</text>%n"
                .formatted(left - 38, top + SIZE / 2, yLabel));
        for (int i = 0; i <= TICKS; i++) {
            double share = (double) i / TICKS;
            line(x(0), y(share), x(1), y(share), "grid");
            line(x(share), y(0), x(share), y(1), "grid");
            text(x(share), top + SIZE + 16, "tick", number(share));
            text(left - 16, y(share) + 4, "tick", number(share));
        }
    }

    Plot curve(String style, DoubleUnaryOperator function) {
        return line(
                style,
                IntStream.rangeClosed(0, CURVE_STEPS)
                        .mapToDouble(i -> (double) i / CURVE_STEPS)
                        .mapToObj(x -> new At(x, function.applyAsDouble(x)))
                        .toList());
    }

    Plot line(String style, List<At> points) {
        svg.append("<polyline class=\"%s\" points=\"%s\"/>%n"
                .formatted(
                        style,
                        points.stream()
                                .map(at -> decimal(x(at.x())) + "," + decimal(y(at.y())))
                                .collect(Collectors.joining(" "))));
        return this;
    }

    Plot marks(String style, List<At> points) {
        points.forEach(at -> svg.append("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%d\"/>%n"
                .formatted(style, decimal(x(at.x())), decimal(y(at.y())), RADIUS)));
        return this;
    }

    /** An upright line from the bottom to the top. */
    Plot limit(double at, String name) {
        line(x(at), y(0), x(at), y(1), "limit");
        text(x(at) - 6, y(0.5), "limit-name", name);
        return this;
    }

    /** A line of the legend, in the free corner at the bottom right. */
    Plot legend(int row, String style, String name) {
        double y = top + SIZE - 64 + row * 18;
        line(left + 180, y, left + 198, y, style);
        return name(y, name);
    }

    String svg() {
        return svg.toString();
    }

    private Plot name(double y, String name) {
        svg.append("<text class=\"legend\" x=\"%d\" y=\"%s\">%s</text>%n".formatted(left + 203, decimal(y + 4), name));
        return this;
    }

    private void line(double x1, double y1, double x2, double y2, String style) {
        svg.append("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>%n"
                .formatted(style, decimal(x1), decimal(y1), decimal(x2), decimal(y2)));
    }

    private void text(double x, double y, String style, String text) {
        svg.append("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>%n".formatted(style, decimal(x), decimal(y), text));
    }

    private double x(double share) {
        return left + share * SIZE;
    }

    private double y(double share) {
        return top + SIZE - share * SIZE;
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String number(double share) {
        return String.format(Locale.ROOT, "%.1f", share);
    }
}
