package nl.voorelkaar.portal.ui;

import java.util.List;
import java.util.Locale;

/**
 * The frame of a face for who is signed in there, for pages that belong to no face, such as the one that is not there.
 */
public interface FaceFrame {

    /** Made anew for each screen. */
    Shell.Plan plan();

    /** The same menu, for a page that the server writes itself. */
    List<Shell.Place> places(Locale language);
}
