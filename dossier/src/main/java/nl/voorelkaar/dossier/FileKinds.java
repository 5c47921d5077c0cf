package nl.voorelkaar.dossier;

/** Which files the house takes: PDF, JPEG, PNG, GIF, WebP, plain text, Word, Excel and OpenDocument. */
public interface FileKinds {

    /**
     * The type comes from the bytes, not from the name.
     *
     * @throws DocumentRefused when it is empty, of another type, or of another type than its name claims
     */
    Kind of(String fileName, byte[] content);

    /** @param name without what could deceive an eye or a disk */
    record Kind(String name, String mediaType) {

        @Override
        public String toString() {
            return "Kind[" + mediaType + "]";
        }
    }
}
