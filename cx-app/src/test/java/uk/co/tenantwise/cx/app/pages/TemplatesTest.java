package uk.co.tenantwise.cx.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.co.tenantwise.cx.app.pages.words.Language;

class TemplatesTest {
    private static final Map<String, String> PAGES = SamplePages.all();
    private static final Pattern VOID = Pattern.compile("<(meta|link|input|img|br|hr)\\b((?:[^>\"]|\"[^\"]*\")*?)/?>");
    private static final Pattern QUOTED = Pattern.compile("=\"[^\"]*\"");
    private static final Pattern BARE =
            Pattern.compile("(?<=\\s)(hidden|selected|checked|novalidate|data-example-text)(?=[\\s>/])");

    static Stream<String> names() {
        return PAGES.keySet().stream();
    }

    @Nested
    class Render {
        @Test
        void render_shouldCoverBothLanguages_whenCustomersLook() {
            assertThat(names().filter(name -> name.endsWith("-cy")).count())
                    .isPositive()
                    .isEqualTo(names().filter(name -> name.startsWith("my-") && !name.endsWith("-cy"))
                            .count());
        }

        @ParameterizedTest
        @MethodSource("uk.co.tenantwise.cx.app.pages.TemplatesTest#names")
        void render_shouldGiveWellFormedMarkup_whateverIsShown(String name) throws Exception {
            List<String> ids = new ArrayList<>();
            List<String> references = new ArrayList<>();
            read(page(name), (element, attributes) -> {
                attributes.forEach((attribute, value) -> {
                    if (attribute.equals("id")) {
                        ids.add(value);
                    } else if (attribute.equals("aria-describedby")
                            || attribute.equals("aria-labelledby")
                            || attribute.equals("for")) {
                        references.addAll(List.of(value.split(" ", -1)));
                    } else if (attribute.equals("href") && value.startsWith("#")) {
                        references.add(value.substring(1));
                    }
                });
            });

            assertThat(ids).doesNotHaveDuplicates().contains("main-content");
            assertThat(ids).containsAll(references);
        }

        @ParameterizedTest
        @MethodSource("uk.co.tenantwise.cx.app.pages.TemplatesTest#names")
        void render_shouldNeedNoInlineScriptOrStyle_whateverIsShown(String name) throws Exception {
            Set<String> inline = new HashSet<>();
            read(page(name), (element, attributes) -> {
                attributes.forEach((attribute, value) -> {
                    if (attribute.startsWith("on")
                            || attribute.equals("style")
                            || value.toLowerCase(Locale.ROOT).startsWith("javascript:")) {
                        inline.add(element + " " + attribute);
                    }
                });
                boolean foreign = element.equals("script")
                        && !attributes.getOrDefault("src", "").startsWith("/assets/");
                if (foreign || element.equals("style")) {
                    inline.add(element);
                }
            });

            assertThat(inline).isEmpty();
        }

        @ParameterizedTest
        @MethodSource("uk.co.tenantwise.cx.app.pages.TemplatesTest#names")
        void render_shouldShowTextOfOthersAsText_whenItLooksLikeMarkup(String name) {
            String outsideAttributes = QUOTED.matcher(page(name)).replaceAll("");

            assertThat(outsideAttributes).doesNotContain("<script>", "<img");
        }

        @Test
        void render_shouldShowTheTextItself_whenItLooksLikeMarkup() {
            assertThat(page("my-repairs")).contains("&lt;script&gt;alert");
            assertThat(page("admin-cancellations")).contains("&lt;script&gt;alert");
        }

        @ParameterizedTest
        @MethodSource("uk.co.tenantwise.cx.app.pages.TemplatesTest#names")
        void render_shouldSendATokenWithEveryPost_whateverIsShown(String name) {
            Stream.of(page(name).split("<form ", -1)).skip(1).forEach(form -> {
                if (form.startsWith("method=\"post\"")) {
                    assertThat(form.substring(0, form.indexOf("</form>"))).contains("name=\"_csrf\" value=\"token-1\"");
                }
            });
        }

        @Test
        void render_shouldNeverHoldAPassword_whenAFormIsShownAgain() {
            assertThat(PAGES.values())
                    .noneMatch(html -> html.contains("pass-word-1") || html.contains("typed-just-now"));
        }

        @ParameterizedTest
        @MethodSource("uk.co.tenantwise.cx.app.pages.TemplatesTest#names")
        void render_shouldNameItsLanguage_whateverIsShown(String name) {
            Language language = name.endsWith("-cy") ? Language.WELSH : Language.ENGLISH;

            assertThat(page(name)).contains("<html lang=\"" + language.tag() + "\"");
        }
    }

    /** Leaves the pages where somebody can look at them, and where screenshots are taken from. */
    @ParameterizedTest
    @MethodSource("names")
    void render_shouldFitIntoAFile_whenSomebodyWantsToLook(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "rendered"));

        Path file = Files.writeString(folder.resolve(name + ".html"), page(name));

        assertThat(file).hasContent(page(name));
    }

    private static String page(String name) {
        return String.valueOf(PAGES.get(name));
    }

    private interface Visitor {
        void visit(String element, Map<String, String> attributes);
    }

    /** Reads the page as XML after closing what HTML need not close: whatever else is wrong is an error. */
    private static void read(String html, Visitor visitor) throws XMLStreamException {
        String quoted = QUOTED.matcher(html.replace("<!DOCTYPE html>", ""))
                .replaceAll(value -> Matcher.quoteReplacement(value.group().replace("<", "&lt;")));
        String xml = BARE.matcher(VOID.matcher(quoted).replaceAll("<$1$2/>")).replaceAll("$1=\"\"");
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                Map<String, String> attributes = new LinkedHashMap<>();
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                }
                visitor.visit(reader.getLocalName(), attributes);
            }
        }
    }
}
