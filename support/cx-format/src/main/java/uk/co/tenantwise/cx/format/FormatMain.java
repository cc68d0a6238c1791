package uk.co.tenantwise.cx.format;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Formats every Java file below a folder, or only tells which ones are not formatted and then fails. */
public final class FormatMain {

    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", "data");
    private static final Formatter FORMATTER = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    private FormatMain() {}

    /**
     * Runs the check or the formatter; a file that cannot be parsed fails both.
     *
     * @param args {@code check} or {@code apply}, then the folder
     * @throws IOException when the folder cannot be read
     */
    public static void main(String[] args) throws IOException {
        boolean apply = args[0].equals("apply");
        List<Path> sources = sourcesBelow(Path.of(args[1]).normalize());
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("no Java file below " + args[1]);
        }
        List<Path> changed =
                sources.parallelStream().filter(file -> differs(file, apply)).toList();
        changed.forEach(file -> System.out.println((apply ? "formatted " : "not formatted: ") + file));
        if (!apply && !changed.isEmpty()) {
            System.out.println("To format: mvn -q process-classes -pl support/cx-format -Dcx.format.mode=apply");
            System.exit(1);
        }
        System.out.println(sources.size() + " Java files are formatted");
    }

    private static List<Path> sourcesBelow(Path root) throws IOException {
        List<Path> sources = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = String.valueOf(folder.getFileName());
                boolean skipped = !folder.equals(root) && (name.startsWith(".") || NOT_OURS.contains(name));
                return skipped && !isPackage(root.relativize(folder))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")) {
                    sources.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return sources;
    }

    /** A package may well be called data. */
    private static boolean isPackage(Path folder) {
        return folder.toString().replace('\\', '/').contains("src/");
    }

    private static boolean differs(Path file, boolean apply) {
        try {
            String source = Files.readString(file);
            String formatted = FORMATTER.formatSourceAndFixImports(source);
            boolean differs = !formatted.equals(source);
            if (apply && differs) {
                Files.writeString(file, formatted);
            }
            return differs;
        } catch (FormatterException e) {
            throw new IllegalStateException(file + " cannot be parsed: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
