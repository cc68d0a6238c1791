package uk.co.tenantwise.cx.benchmarks.soak;

import java.util.List;

/** Whether something grows. */
final class Trend {
    private Trend() {}

    /**
     * A measured value.
     *
     * @param minutes since the start
     * @param value what was measured
     */
    record Point(double minutes, double value) {}

    /** The growth per minute, by least squares. */
    static double slope(List<Point> points) {
        if (points.size() < 2) {
            throw new IllegalArgumentException("a slope needs two points, had " + points.size());
        }
        double meanMinutes =
                points.stream().mapToDouble(Point::minutes).average().orElse(0);
        double meanValue = points.stream().mapToDouble(Point::value).average().orElse(0);
        double together = 0;
        double spread = 0;
        for (Point point : points) {
            together += (point.minutes() - meanMinutes) * (point.value() - meanValue);
            spread += (point.minutes() - meanMinutes) * (point.minutes() - meanMinutes);
        }
        if (spread == 0) {
            throw new IllegalArgumentException("a slope needs points at different times");
        }
        return together / spread;
    }

    /** By how much the median of the last third is above that of the first third. */
    static double rise(List<Point> points) {
        int third = Math.max(1, points.size() / 3);
        return median(points.subList(points.size() - third, points.size())) - median(points.subList(0, third));
    }

    private static double median(List<Point> points) {
        List<Double> sorted = points.stream().map(Point::value).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
