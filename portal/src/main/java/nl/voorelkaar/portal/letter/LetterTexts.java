package nl.voorelkaar.portal.letter;

import nl.voorelkaar.dossier.paper.Wording;

/** Where the texts of letters are. */
public final class LetterTexts {

    public static final Wording WORDING = Wording.beside(LetterTexts.class, "letters");

    private LetterTexts() {}
}
