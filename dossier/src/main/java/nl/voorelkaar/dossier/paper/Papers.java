package nl.voorelkaar.dossier.paper;

/** The printer of the house. Safe for many threads. */
public interface Papers {

    /**
     * Prints as PDF/A-3a and PDF/UA-1, in the look of the house, with the letterhead of the municipality.
     *
     * <p>Guarantee: equal papers give equal bytes, on one version of the product and of Java; all fonts are inside;
     * nothing is fetched from anywhere. A character that no font of the house has is printed as its name between square
     * brackets, such as {@code [rocket]}: no word gets lost in silence. Not guaranteed: equal bytes over versions. Keep
     * the file, do not print it again.
     */
    PrintedPaper print(Paper paper);
}
