package uk.co.tenantwise.cx.app.pages.words;

import uk.co.tenantwise.cx.domain.repair.MasterStatus;

/**
 * The catalogue in one language.
 *
 * @param language which
 */
public record Words(Language language) {
    /** English. */
    public static final Words ENGLISH = new Words(Language.ENGLISH);

    /** The text of {@code message}, with {@code {0}} and so on replaced by {@code values}. */
    public String say(Message message, Object... values) {
        String text = switch (language) {
            case ENGLISH -> message.english();
            case WELSH -> message.welsh();
        };
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i].toString());
        }
        return text;
    }

    /** How far a repair has got. */
    public String say(MasterStatus status) {
        return say(
                switch (status) {
                    case ENTERED -> Message.STATUS_ENTERED;
                    case OPEN -> Message.STATUS_OPEN;
                    case AWAITING_AUTHORISATION -> Message.STATUS_AWAITING_AUTHORISATION;
                    case AWAITING_VARIATION_AUTHORISATION -> Message.STATUS_AWAITING_VARIATION_AUTHORISATION;
                    case AWAITING_PRE_INSPECTION -> Message.STATUS_AWAITING_PRE_INSPECTION;
                    case ISSUED -> Message.STATUS_ISSUED;
                    case WORK_IN_PROGRESS -> Message.STATUS_WORK_IN_PROGRESS;
                    case ON_HOLD -> Message.STATUS_ON_HOLD;
                    case VARIED -> Message.STATUS_VARIED;
                    case PARTIALLY_COMPLETE -> Message.STATUS_PARTIALLY_COMPLETE;
                    case COMPLETE -> Message.STATUS_COMPLETE;
                    case CANCELLED -> Message.STATUS_CANCELLED;
                    case FULLY_INVOICED -> Message.STATUS_FULLY_INVOICED;
                    case UNKNOWN -> Message.STATUS_UNKNOWN;
                });
    }
}
