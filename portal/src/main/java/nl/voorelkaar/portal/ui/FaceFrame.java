package nl.voorelkaar.portal.ui;

/** The frame of a face for who is signed in there, for pages that belong to no face, such as the one that is not there. */
public interface FaceFrame {

    /** Made anew for each screen. */
    Shell.Plan plan();
}
