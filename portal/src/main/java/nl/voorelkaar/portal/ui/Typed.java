package nl.voorelkaar.portal.ui;

/** A field whose value can be put away as text and put back later, whatever is still wrong with it. */
public interface Typed {

    String typed();

    /** Puts back what {@link #typed} gave. What the field does not know any more leaves it empty. */
    void type(String text);

    /** Tells of changes when typing rests for a second, without waiting until the person leaves the field. */
    void whileTyping(Runnable listener);
}
