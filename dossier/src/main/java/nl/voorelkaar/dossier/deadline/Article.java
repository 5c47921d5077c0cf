package nl.voorelkaar.dossier.deadline;

/**
 * Where a step comes from.
 *
 * @param number as the law has it, such as "6:7"; empty for municipal policy
 * @param paragraph the lid; 0 for the whole article
 */
public record Article(Law law, String number, int paragraph) {

    /** What the terms are taken from. */
    public enum Law {
        AWB("Awb"),
        WMO("Wmo 2015"),
        YOUTH_ACT("Jeugdwet"),
        TERMS_ACT("Algemene termijnenwet"),
        GDPR("AVG"),
        EU_TERMS("Verordening (EEG, Euratom) 1182/71"),
        /** No law but a choice of the municipality. */
        POLICY("");

        private final String shortTitle;

        Law(String shortTitle) {
            this.shortTitle = shortTitle;
        }

        /** How Dutch lawyers cite it; the same in every language. Empty for policy. */
        public String shortTitle() {
            return shortTitle;
        }
    }

    static final Article POLICY = new Article(Law.POLICY, "", 0);

    static Article awb(String number, int paragraph) {
        return new Article(Law.AWB, number, paragraph);
    }

    static Article wmo(String number, int paragraph) {
        return new Article(Law.WMO, number, paragraph);
    }

    static Article terms(String number, int paragraph) {
        return new Article(Law.TERMS_ACT, number, paragraph);
    }

    static Article eu(String number, int paragraph) {
        return new Article(Law.EU_TERMS, number, paragraph);
    }
}
