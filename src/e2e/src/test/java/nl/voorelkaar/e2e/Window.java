package nl.voorelkaar.e2e;

/** The two sizes at which every screen is looked at. */
enum Window {
    DESKTOP(1280, 900),
    PHONE(390, 844);

    final int width;
    final int height;

    Window(int width, int height) {
        this.width = width;
        this.height = height;
    }
}
