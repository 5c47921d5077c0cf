package nl.voorelkaar.dossier.document;

import nl.voorelkaar.dossier.DocumentRefused;

/**
 * The last part of a file's path, without what could deceive an eye or a file system: control characters, the marks
 * that turn the reading direction and so can hide an extension, and what a browser's header or a disk reads as more
 * than a letter of a name.
 */
record FileName(String text) {

    private static final int LONGEST = 200;
    private static final String NOT_IN_A_NAME = "\";*%<>:|?'";

    /** @throws DocumentRefused when nothing is left of the name */
    static FileName of(String given) {
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var clean = last.codePoints()
                .filter(point -> !Character.isISOControl(point))
                .filter(point -> Character.getType(point) != Character.FORMAT)
                .filter(point -> Character.getType(point) != Character.SURROGATE)
                .map(point -> NOT_IN_A_NAME.indexOf(point) < 0 ? point : '_')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        if (clean.isEmpty() || clean.chars().allMatch(character -> character == '.')) {
            throw new DocumentRefused(DocumentRefused.Reason.TYPE_NOT_ACCEPTED);
        }
        return new FileName(shortened(clean));
    }

    private static String shortened(String name) {
        var points = name.codePoints().toArray();
        if (points.length <= LONGEST) {
            return name;
        }
        var extension = extensionOf(name);
        var tail = extension.isEmpty() || extension.length() > 10 ? "" : "." + extension;
        return new String(points, 0, LONGEST - tail.length()) + tail;
    }

    /** Without the dot; empty when there is none. */
    String extension() {
        return extensionOf(text);
    }

    private static String extensionOf(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    @Override
    public String toString() {
        return "FileName[redacted]";
    }
}
