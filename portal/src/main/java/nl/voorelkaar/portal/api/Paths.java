package nl.voorelkaar.portal.api;

/** Where everything is. Parts of an address are never changed or reused: a next version gets another number. */
final class Paths {

    static final String ROOT = "/api/v1";
    static final String OPENINGS = ROOT + "/toegang";
    static final String ITEMS = OPENINGS + "/{toegang}/gegevens";
    static final String ITEM = ITEMS + "/{gegeven}";
    static final String FILE = ITEM + "/bestand";
    static final String CHANGES = OPENINGS + "/{toegang}/wijzigingen";
    static final String QUESTIONS = ROOT + "/vragen";
    static final String QUESTION = QUESTIONS + "/{vraag}";
    static final String HOOK = ROOT + "/webhook";
    static final String OWN = ROOT + "/mijn";
    static final String OWN_ITEMS = OWN + "/gegevens";
    static final String OWN_ITEM = OWN_ITEMS + "/{gegeven}";
    static final String OWN_FILE = OWN_ITEM + "/bestand";
    static final String OWN_CONSENTS = OWN + "/toestemmingen";
    static final String OWN_LOG = OWN + "/logboek";

    private Paths() {}
}
