package uk.co.tenantwise.cx.app.pages.words;

/**
 * What the customer's pages say. The names are the stable codes; {@code {0}} and so on stand for values. The two texts of a
 * message name the same values.
 */
public enum Message {
    // Every page.
    /** Leads past the navigation. */
    SKIP("Skip to main content", "Neidio i'r prif gynnwys"),
    /** Starts the title of a page with errors. */
    ERROR_PREFIX("Error: ", "Gwall: "),
    /** Heads the list of errors. */
    PROBLEM("There is a problem", "Mae problem"),
    /** Heads a warning. */
    IMPORTANT("Important", "Pwysig"),
    /** Opens the navigation on a phone. */
    MENU("Menu", "Dewislen"),
    /** Ends the session. */
    SIGN_OUT("Sign out", "Allgofnodi"),
    /** Marks the demonstration. */
    DEMO_TAG("Demo", "Demo"),
    /** Says what the demonstration is. */
    DEMO("This is a demonstration with made-up data.", "Arddangosiad yw hwn, gyda data ffug."),
    /** No such page. */
    NOT_FOUND_TITLE("Page not found", "Heb ddod o hyd i'r dudalen"),
    /** What to do then. */
    NOT_FOUND(
            "If you typed the web address, check that it is correct.",
            "Os gwnaethoch deipio'r cyfeiriad gwe, gwiriwch ei fod yn gywir."),
    /** Our own trouble. */
    ERROR_TITLE("Sorry, there is a problem with the service", "Mae'n ddrwg gennym, mae problem gyda'r gwasanaeth"),
    /** What to do then. */
    ERROR(
            "Try again in a few minutes. Nothing was changed unless you have seen a message that says so.",
            "Rhowch gynnig arall arni ymhen ychydig funudau. Ni newidiwyd dim oni bai eich bod wedi gweld neges yn"
                    + " dweud hynny."),
    /** A form that is too old or not ours. */
    FORM_EXPIRED_TITLE("This form is no longer valid", "Nid yw'r ffurflen hon yn ddilys mwyach"),
    /** What to do then. */
    FORM_EXPIRED(
            "Nothing was changed. Go back, reload the page and try again.",
            "Ni newidiwyd dim. Ewch yn ôl, ail-lwythwch y dudalen a rhowch gynnig arall arni."),
    /** A form that is shown again. */
    FORM_AGAIN(
            "This page was open for too long, or your browser does not accept cookies. Try again.",
            "Roedd y dudalen hon ar agor yn rhy hir, neu nid yw eich porwr yn derbyn cwcis. Rhowch gynnig arall arni."),
    /** Loads a page again. */
    TRY_AGAIN("Try again", "Rhoi cynnig arall arni"),
    // Signing in.
    /** A customer without a session. */
    SIGN_IN_TITLE("Sign in to see your repairs", "Mewngofnodwch i weld eich gwaith atgyweirio"),
    /** What to do then. */
    SIGN_IN(
            "Go to your landlord's website or app, sign in there, and open My repairs.",
            "Ewch i wefan neu ap eich landlord, mewngofnodwch yno, ac agorwch Fy ngwaith atgyweirio."),
    /** After signing out. */
    SIGNED_OUT("You have signed out.", "Rydych wedi allgofnodi."),
    /** A form that came after a long pause. */
    SESSION_ENDED(
            "You were signed out because you had not used the page for a while. Nothing was cancelled.",
            "Cawsoch eich allgofnodi am nad oeddech wedi defnyddio'r dudalen ers tro. Ni chafodd dim ei ganslo."),
    /** A token that is not valid. */
    HAND_OVER_REFUSED(
            "Your sign-in has expired or is not valid. Sign in again on your landlord's website.",
            "Mae eich mewngofnodi wedi dod i ben neu nid yw'n ddilys. Mewngofnodwch eto ar wefan eich landlord."),
    /** Chooses somebody to be in the demonstration. */
    DEMO_SIGN_IN_TITLE("Choose a demo customer", "Dewiswch gwsmer arddangos"),
    /** Says what this page stands for. */
    DEMO_SIGN_IN(
            "This page stands in for your landlord's portal, where customers sign in.",
            "Mae'r dudalen hon yn cymryd lle porth eich landlord, lle mae cwsmeriaid yn mewngofnodi."),
    /** Signs in as somebody. */
    DEMO_SIGN_IN_AS("Sign in as {0}", "Mewngofnodi fel {0}"),
    // My repairs.
    /** The service. */
    MY_REPAIRS("My repairs", "Fy ngwaith atgyweirio"),
    /** How old the data are. */
    AS_OF("As of {0}", "Fel yr oedd am {0}"),
    /** The data are older than they should be. */
    STALE(
            "We cannot reach your landlord's system at the moment. This is what it said at {0}, so it may be out of"
                    + " date.",
            "Ni allwn gyrraedd system eich landlord ar hyn o bryd. Dyma'r hyn a ddywedodd am {0}, felly gall fod wedi"
                    + " dyddio."),
    /** There is nothing. */
    EMPTY("You have no repairs to show.", "Nid oes gennych unrhyw waith atgyweirio i'w ddangos."),
    /** Why that may be. */
    EMPTY_HINT(
            "A repair that you have just reported can take a little while to appear here.",
            "Gall gymryd ychydig o amser i waith yr ydych newydd roi gwybod amdano ymddangos yma."),
    /** One row could not be read. */
    SET_ASIDE_ONE(
            "1 record could not be shown because it is incomplete. Contact your landlord about it.",
            "Ni ellid dangos 1 cofnod am ei fod yn anghyflawn. Cysylltwch â'ch landlord yn ei gylch."),
    /** Rows could not be read. */
    SET_ASIDE(
            "{0} records could not be shown because they are incomplete. Contact your landlord about them.",
            "Ni ellid dangos {0} o gofnodion am eu bod yn anghyflawn. Cysylltwch â'ch landlord yn eu cylch."),
    /** Cx is away and nothing is kept. */
    UNAVAILABLE_TITLE(
            "Sorry, we cannot show your repairs right now",
            "Mae'n ddrwg gennym, ni allwn ddangos eich gwaith atgyweirio ar hyn o bryd"),
    /** What to do then. */
    UNAVAILABLE(
            "We cannot reach your landlord's system. This does not mean that you have no repairs. Try again in a few"
                    + " minutes.",
            "Ni allwn gyrraedd system eich landlord. Nid yw hyn yn golygu nad oes gennych waith atgyweirio. Rhowch"
                    + " gynnig arall arni ymhen ychydig funudau."),
    /** Nothing is kept, and very many people are asking at the moment. */
    CROWDED(
            "Very many people are looking at their repairs at the moment. Try again in a few seconds.",
            "Mae llawer iawn o bobl yn edrych ar eu gwaith atgyweirio ar hyn o bryd. Rhowch gynnig arall arni ymhen"
                    + " ychydig eiliadau."),
    /** The integration is off. */
    DISABLED_TITLE("Repairs are not available here", "Nid yw gwaith atgyweirio ar gael yma"),
    /** What to do then. */
    DISABLED(
            "Your landlord does not show repairs on this site at the moment. Contact your landlord to ask about a"
                    + " repair.",
            "Nid yw eich landlord yn dangos gwaith atgyweirio ar y wefan hon ar hyn o bryd. Cysylltwch â'ch landlord i"
                    + " holi am waith atgyweirio."),
    /** Cx does not know the customer. */
    UNKNOWN_CUSTOMER_TITLE("We cannot find your record", "Ni allwn ddod o hyd i'ch cofnod"),
    /** What to do then. */
    UNKNOWN_CUSTOMER(
            "Your landlord's system does not know the account that you signed in with. Contact your landlord.",
            "Nid yw system eich landlord yn adnabod y cyfrif y gwnaethoch fewngofnodi ag ef. Cysylltwch â'ch"
                    + " landlord."),
    /** A repair's reference. */
    REFERENCE("Reference {0}", "Cyfeirnod {0}"),
    /** When a repair was created. */
    REPORTED("Reported on {0}", "Rhoddwyd gwybod ar {0}"),
    /** It is not known. */
    REPORTED_UNKNOWN("Date reported not known", "Nid yw'r dyddiad adrodd yn hysbys"),
    /** Cx has no description. */
    NO_DESCRIPTION("Repair", "Gwaith atgyweirio"),
    /** Who comes. */
    CONTRACTOR("Contractor: {0}", "Contractwr: {0}"),
    /** How urgent it is. */
    PRIORITY("Priority: {0}", "Blaenoriaeth: {0}"),
    /** The site's own status. */
    LANDLORD_SAYS("Your landlord says: {0}", "Mae eich landlord yn dweud: {0}"),
    /** A repair without visits. */
    NO_VISITS("No visit is booked yet.", "Nid oes ymweliad wedi'i drefnu eto."),
    /** A visit without a readable date. */
    WHEN_UNKNOWN("Day and time not known", "Nid yw'r diwrnod a'r amser yn hysbys"),
    /** Visits that belong to no repair shown. */
    OTHER_VISITS("Other visits", "Ymweliadau eraill"),
    /** A visit to look at something. */
    INSPECTION("Inspection", "Archwiliad"),
    /** A visit to do work. */
    VISIT("Visit", "Ymweliad"),
    /** A visit that will take place. */
    VISIT_BOOKED("Booked", "Wedi'i drefnu"),
    /** A visit that was cancelled. */
    VISIT_CANCELLED("Cancelled", "Wedi'i ganslo"),
    /** Leads to the confirm step. */
    CANCEL_REPAIR("Cancel this repair", "Canslo'r gwaith atgyweirio hwn"),
    /** Leads to the confirm step. */
    CANCEL_VISIT("Cancel this visit", "Canslo'r ymweliad hwn"),
    // How far a repair has got.
    /** Entered. */
    STATUS_ENTERED("Reported", "Wedi'i adrodd"),
    /** Open. */
    STATUS_OPEN("Open", "Ar agor"),
    /** AwaitingAuthorisation. */
    STATUS_AWAITING_AUTHORISATION("Waiting for approval", "Yn aros am gymeradwyaeth"),
    /** AwaitingVariationAuthorisation. */
    STATUS_AWAITING_VARIATION_AUTHORISATION(
            "Extra work waiting for approval", "Gwaith ychwanegol yn aros am gymeradwyaeth"),
    /** AwaitingPreInspection. */
    STATUS_AWAITING_PRE_INSPECTION("Waiting for an inspection", "Yn aros am archwiliad"),
    /** Issued. */
    STATUS_ISSUED("With the contractor", "Gyda'r contractwr"),
    /** WorkInProgress. */
    STATUS_WORK_IN_PROGRESS("Work in progress", "Gwaith ar y gweill"),
    /** OnHold. */
    STATUS_ON_HOLD("On hold", "Wedi'i oedi"),
    /** Varied. */
    STATUS_VARIED("Work changed", "Gwaith wedi newid"),
    /** PartiallyComplete. */
    STATUS_PARTIALLY_COMPLETE("Partly done", "Wedi'i gwblhau'n rhannol"),
    /** Complete. */
    STATUS_COMPLETE("Completed", "Wedi'i gwblhau"),
    /** Cancelled. */
    STATUS_CANCELLED("Cancelled", "Wedi'i ganslo"),
    /** FullyInvoiced. */
    STATUS_FULLY_INVOICED("Completed", "Wedi'i gwblhau"),
    /** A status that is not known. */
    STATUS_UNKNOWN("Status not known", "Statws anhysbys"),
    // Cancelling.
    /** Asks before a repair is cancelled. */
    CONFIRM_REPAIR_TITLE(
            "Are you sure you want to cancel this repair?",
            "Ydych chi'n siŵr eich bod am ganslo'r gwaith atgyweirio hwn?"),
    /** Asks before a visit is cancelled. */
    CONFIRM_VISIT_TITLE(
            "Are you sure you want to cancel this visit?", "Ydych chi'n siŵr eich bod am ganslo'r ymweliad hwn?"),
    /** What cancelling a repair does. */
    CONFIRM_REPAIR(
            "This cancels the repair and every visit booked for it. If you still need the work, you will have to"
                    + " report it again.",
            "Bydd hyn yn canslo'r gwaith atgyweirio a phob ymweliad a drefnwyd ar ei gyfer. Os oes angen y gwaith"
                    + " arnoch o hyd, bydd rhaid i chi roi gwybod amdano eto."),
    /** What cancelling a visit does. */
    CONFIRM_VISIT(
            "This cancels this visit only. The repair itself stays open.",
            "Bydd hyn yn canslo'r ymweliad hwn yn unig. Bydd y gwaith atgyweirio ei hun yn aros ar agor."),
    /** What cancelling a visit without a repair does. */
    CONFIRM_INSPECTION("This cancels this visit.", "Bydd hyn yn canslo'r ymweliad hwn."),
    /** Names the repair. */
    WHAT_REPAIR("Repair", "Gwaith atgyweirio"),
    /** Names the visit. */
    WHAT_VISIT("Visit", "Ymweliad"),
    /** Names the reference. */
    WHAT_REFERENCE("Reference", "Cyfeirnod"),
    /** Lets the customer add a word. */
    NOTE(
            "Anything you want to tell your landlord (optional)",
            "Unrhyw beth yr hoffech ei ddweud wrth eich landlord (dewisol)"),
    /** How much, and what not to write. */
    NOTE_HINT(
            "Up to {0} characters. Do not include bank details or passwords.",
            "Hyd at {0} nod. Peidiwch â chynnwys manylion banc na chyfrineiriau."),
    /** The note is too long. */
    NOTE_TOO_LONG("Your message must be {0} characters or fewer", "Rhaid i'ch neges fod yn {0} nod neu lai"),
    /** The note holds control characters. */
    NOTE_UNFIT(
            "Your message must not contain special control characters",
            "Ni chaiff eich neges gynnwys nodau rheoli arbennig"),
    /** Confirms. */
    YES_REPAIR("Yes, cancel the repair", "Ie, canslo'r gwaith atgyweirio"),
    /** Confirms. */
    YES_VISIT("Yes, cancel the visit", "Ie, canslo'r ymweliad"),
    /** Changes nothing. */
    KEEP_REPAIR("No, keep the repair", "Na, cadw'r gwaith atgyweirio"),
    /** Changes nothing. */
    KEEP_VISIT("No, keep the visit", "Na, cadw'r ymweliad"),
    /** It is cancelled. */
    OUTCOME_CANCELLED("Cancelled", "Wedi'i ganslo"),
    /** It was cancelled before. */
    OUTCOME_ALREADY_CANCELLED("Already cancelled", "Eisoes wedi'i ganslo"),
    /** It is not cancelled. */
    OUTCOME_REFUSED("Not cancelled", "Heb ei ganslo"),
    /** It is not known yet. */
    OUTCOME_UNKNOWN("We are checking with your landlord", "Rydym yn gwirio gyda'ch landlord"),
    /** What that means. */
    OUTCOME_REFUSED_BODY(
            "Nothing has changed: the visit or repair stands as it was.",
            "Nid oes dim wedi newid: mae'r ymweliad neu'r gwaith yn parhau fel yr oedd."),
    /** What that means. */
    OUTCOME_UNKNOWN_BODY(
            "Your request was sent, but the answer has not reached us yet. You do not need to send it again. This page"
                    + " will show the answer when we have it.",
            "Anfonwyd eich cais, ond nid yw'r ateb wedi ein cyrraedd eto. Nid oes angen i chi ei anfon eto. Bydd y"
                    + " dudalen hon yn dangos yr ateb pan fydd gennym."),
    /** Leads to the outcome of an attempt that is not resolved yet. */
    CHECKING_LINK("See the answer when it is known", "Gweld yr ateb pan fydd yn hysbys"),
    /** Asks again without scripts. */
    CHECK_AGAIN("Check again", "Gwirio eto"),
    /** Leads to the list. */
    BACK("Back to my repairs", "Yn ôl i fy ngwaith atgyweirio"),
    /** It is there, but the rules do not let it be cancelled; the reason follows. */
    CANNOT_CANCEL_TITLE("You cannot cancel this online", "Ni allwch ganslo hyn ar-lein"),
    /** There is no such repair or visit. */
    NOTHING_TO_CANCEL_TITLE(
            "We cannot find that repair or visit", "Ni allwn ddod o hyd i'r gwaith atgyweirio neu'r ymweliad hwnnw"),
    /** What to do then. */
    NOTHING_TO_CANCEL(
            "It may have changed since you opened the page. Go back to see what is there now.",
            "Efallai ei fod wedi newid ers i chi agor y dudalen. Ewch yn ôl i weld beth sydd yno nawr."),
    /** Cx was away, so that nothing was done. */
    NOT_SENT_TITLE("Sorry, we could not cancel it right now", "Mae'n ddrwg gennym, ni allem ei ganslo ar hyn o bryd"),
    /** What to do then. */
    NOT_SENT(
            "We cannot reach your landlord's system. Nothing was cancelled. Try again in a few minutes, or contact"
                    + " your landlord.",
            "Ni allwn gyrraedd system eich landlord. Ni chafodd dim ei ganslo. Rhowch gynnig arall arni ymhen ychydig"
                    + " funudau, neu cysylltwch â'ch landlord."),
    /** Very many people were asking, so that nothing was done. */
    NOT_SENT_CROWDED(
            "Very many people are using this service at the moment. Nothing was cancelled. Try again in a few seconds.",
            "Mae llawer iawn o bobl yn defnyddio'r gwasanaeth hwn ar hyn o bryd. Ni chafodd dim ei ganslo. Rhowch"
                    + " gynnig arall arni ymhen ychydig eiliadau."),
    /** The customer has tried too often lately, so that nothing was done. */
    NOT_SENT_TOO_MANY(
            "You have tried to cancel several times within a minute. Nothing was cancelled this time. Wait a minute,"
                    + " then try again.",
            "Rydych wedi ceisio canslo sawl gwaith o fewn munud. Ni chafodd dim ei ganslo y tro hwn. Arhoswch funud,"
                    + " yna rhowch gynnig arall arni.");

    private final String english;
    private final String welsh;

    Message(String english, String welsh) {
        this.english = english;
        this.welsh = welsh;
    }

    String english() {
        return english;
    }

    String welsh() {
        return welsh;
    }
}
