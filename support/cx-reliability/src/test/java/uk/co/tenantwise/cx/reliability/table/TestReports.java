package uk.co.tenantwise.cx.reliability.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The tests that Surefire and Failsafe report.
 *
 * @param cases each of them
 */
record TestReports(List<Case> cases) {
    /** One test, or one invocation of a parameterized one. */
    record Case(String className, String method, boolean passed) {
        /** Whether a test of this name, Class or Class#method, means it. The class may be an outer one. */
        boolean isMeantBy(String name) {
            String[] parts = name.split("#", 2);
            String simple = className.substring(className.lastIndexOf('.') + 1);
            boolean sameClass = Arrays.asList(simple.split("\\$", -1)).contains(parts[0]);
            return sameClass && (parts.length == 1 || method.equals(parts[1]));
        }
    }

    private static final Pattern REPORT = Pattern.compile("/(surefire|failsafe)-reports/TEST-[^/]*\\.xml$");

    TestReports {
        cases = List.copyOf(cases);
    }

    /** Those of all modules below {@code root} that were written after the build began; older ones are of other builds. */
    static TestReports below(Path root, Instant began) {
        try (Stream<Path> files = Files.walk(root, 5)) {
            return new TestReports(files.filter(TestReports::isReport)
                    .filter(file -> !writtenAt(file).isBefore(began))
                    .flatMap(TestReports::read)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReport(Path file) {
        return REPORT.matcher(file.toUri().getPath()).find();
    }

    private static Instant writtenAt(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Case> read(Path file) {
        try {
            NodeList found = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getElementsByTagName("testcase");
            return IntStream.range(0, found.getLength())
                    .mapToObj(found::item)
                    .map(Element.class::cast)
                    .map(TestReports::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }

    private static Case read(Element element) {
        String name = element.getAttribute("name");
        boolean passed = Stream.of("failure", "error", "skipped")
                .allMatch(trouble -> element.getElementsByTagName(trouble).getLength() == 0);
        // A parameterized test has its types, its values and a number after its name.
        return new Case(element.getAttribute("classname"), name.split("[({\\[ ]", 2)[0], passed);
    }
}
