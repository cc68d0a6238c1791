package uk.co.tenantwise.cx.app.pages.words;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.wording.Wording;

/** The languages of the customer's pages. */
public enum Language {
    /** British English, used when nothing else is asked for. */
    ENGLISH("en", "English"),
    /** Welsh. */
    WELSH("cy", "Cymraeg");

    private static final int MAX_HEADER = 500;

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** The language of {@code tag}, such as {@code cy}; empty for any other text. */
    public static Optional<Language> ofTag(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }

    /** The language that an {@code Accept-Language} header prefers; English when it says nothing that is understood. */
    public static Language preferred(String header) {
        if (header.length() > MAX_HEADER) {
            return ENGLISH;
        }
        try {
            return LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .sorted(Comparator.comparingDouble(LanguageRange::getWeight).reversed())
                    .flatMap(range -> ofTag(primary(range)).stream())
                    .findFirst()
                    .orElse(ENGLISH);
        } catch (IllegalArgumentException malformed) {
            return ENGLISH;
        }
    }

    /** The other one, for the link that switches. */
    public Language other() {
        return this == ENGLISH ? WELSH : ENGLISH;
    }

    /** The tag of BCP 47. */
    public String tag() {
        return tag;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** How decisions are said in it. */
    public Wording wording() {
        return switch (this) {
            case ENGLISH -> Wording.ENGLISH;
            case WELSH -> Wording.WELSH;
        };
    }

    private static String primary(LanguageRange range) {
        return List.of(range.getRange().toLowerCase(Locale.ROOT).split("-", 2)).getFirst();
    }
}
