package nl.voorelkaar.dossier.paper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a paper says, in order, without how it looks. Unchangeable; every text is text, whatever characters it holds:
 * nothing in it can become markup. Line breaks in a text stay; empty texts print nothing.
 */
public final class Paper {

    private static final Pattern PLACE_NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final Locale language;
    private final String title;
    private final Instant made;
    private final String reference;
    private final List<String> address;
    private final List<Block> blocks;
    private final List<Attachment> attachments;
    private final List<Place> places;

    private Paper(Builder builder) {
        this.language = builder.language;
        this.title = builder.title;
        this.made = builder.made;
        this.reference = builder.reference;
        this.address = List.copyOf(builder.address);
        this.blocks = List.copyOf(builder.blocks);
        this.attachments = List.copyOf(builder.attachments);
        this.places = List.copyOf(builder.places.values());
    }

    /**
     * @param language of every word on it that is not said to be in another
     * @param title the one first heading, and the title of the file; at most 500 characters
     * @param made the moment that the file tells it was made: from the caller's clock, since equal papers give equal
     *     bytes
     */
    public static Builder in(Locale language, String title, Instant made) {
        return new Builder(language, title, made);
    }

    Locale language() {
        return language;
    }

    String title() {
        return title;
    }

    Instant made() {
        return made;
    }

    String reference() {
        return reference;
    }

    List<String> address() {
        return address;
    }

    List<Block> blocks() {
        return blocks;
    }

    List<Attachment> attachments() {
        return attachments;
    }

    List<Place> places() {
        return places;
    }

    @Override
    public String toString() {
        return "Paper";
    }

    /**
     * A file that travels inside the paper, such as the evidence as JSON.
     *
     * @param name of the file, unique on the paper
     * @param mediaType such as {@code application/json}
     * @param description in the language of the paper
     */
    public record Attachment(String name, String mediaType, String description, byte[] content) {

        public Attachment {
            content = content.clone();
        }

        @Override
        public byte[] content() {
            return content.clone();
        }

        @Override
        public String toString() {
            return "Attachment";
        }
    }

    /** Where a seal will be. */
    record Place(String name, String label) {}

    sealed interface Block {

        record Heading(int level, String text) implements Block {}

        record Paragraph(String text) implements Block {}

        record Quote(String text, Locale language) implements Block {}

        record Note(String title, String text) implements Block {}

        record Bullets(List<String> items, boolean numbered) implements Block {}

        record Facts(Map<String, String> rows) implements Block {}

        record Table(String caption, List<String> columns, List<List<String>> rows) implements Block {}

        record Picture(byte[] png, String inWords, int widthInMillimetres) implements Block {}

        record NewPage() implements Block {}

        record Translated(Locale language, List<Block> blocks) implements Block {}
    }

    /** Not safe for several threads. Every method returns this builder. */
    public static final class Builder {

        private final Locale language;
        private final String title;
        private final Instant made;
        private String reference = "";
        private final List<String> address = new ArrayList<>();
        private final List<Block> blocks = new ArrayList<>();
        private final List<Attachment> attachments = new ArrayList<>();
        private final Map<String, Place> places = new LinkedHashMap<>();

        private Builder(Locale language, String title, Instant made) {
            if (title.isBlank() || title.length() > 500) {
                throw new IllegalArgumentException("a paper has a title of at most 500 characters");
            }
            this.language = language;
            this.title = title;
            this.made = made;
        }

        /** The number that sender and reader know this paper by; printed at the foot of each page. Never a BSN. */
        public Builder reference(String reference) {
            this.reference = reference;
            return this;
        }

        /** To whom it goes: name and address lines, where the window of an envelope is. */
        public Builder to(List<String> lines) {
            address.clear();
            address.addAll(lines);
            return this;
        }

        /**
         * @param level 2 to 4; a level deeper than the last heading plus one is refused, because a reader would miss a
         *     step
         */
        public Builder heading(int level, String text) {
            var last = blocks.reversed().stream()
                    .filter(Block.Heading.class::isInstance)
                    .map(block -> ((Block.Heading) block).level())
                    .findFirst()
                    .orElse(1);
            if (level < 2 || level > 4 || level > last + 1) {
                throw new IllegalArgumentException("a heading of level " + level + " cannot follow level " + last);
            }
            return add(new Block.Heading(level, text));
        }

        public Builder paragraph(String text) {
            return add(new Block.Paragraph(text));
        }

        /** Somebody's own words, set apart, in the language of the paper. */
        public Builder quote(String text) {
            return quote(text, language);
        }

        public Builder quote(String text, Locale language) {
            return add(new Block.Quote(text, language));
        }

        /** What must not be overlooked, in a frame. */
        public Builder note(String title, String text) {
            return add(new Block.Note(title, text));
        }

        public Builder bullets(List<String> items) {
            return add(new Block.Bullets(List.copyOf(items), false));
        }

        /** Items where the order matters: 1, 2, 3. */
        public Builder steps(List<String> items) {
            return add(new Block.Bullets(List.copyOf(items), true));
        }

        /** Names with their values, in the order of the map; those without a value are left out. */
        public Builder facts(Map<String, String> rows) {
            return add(new Block.Facts(new LinkedHashMap<>(rows)));
        }

        /** @param rows each as long as {@code columns}; the first cell of a row names the row */
        public Builder table(String caption, List<String> columns, List<List<String>> rows) {
            for (var row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("a row has as many cells as there are columns");
                }
            }
            return add(new Block.Table(
                    caption,
                    List.copyOf(columns),
                    rows.stream().map(List::copyOf).toList()));
        }

        /**
         * @param inWords what somebody must know who does not see it
         * @param widthInMillimetres 10 to 166
         */
        public Builder picture(byte[] png, String inWords, int widthInMillimetres) {
            if (inWords.isBlank() || widthInMillimetres < 10 || widthInMillimetres > 166) {
                throw new IllegalArgumentException("a picture has words, and is 10 to 166 mm wide");
            }
            return add(new Block.Picture(png.clone(), inWords, widthInMillimetres));
        }

        public Builder newPage() {
            return add(new Block.NewPage());
        }

        /** What a template says, as headings, paragraphs and lists. */
        public Builder text(Wording.Text text) {
            text.onto(this);
            return this;
        }

        /** The same in another language than that of the paper, marked as such for who hears it. */
        public Builder text(Wording.Text text, Locale language) {
            var before = List.copyOf(blocks);
            text.onto(this);
            var said = List.copyOf(blocks.subList(before.size(), blocks.size()));
            blocks.subList(before.size(), blocks.size()).clear();
            return add(new Block.Translated(language, said));
        }

        public Builder attach(Attachment attachment) {
            attachments.add(attachment);
            return this;
        }

        /**
         * Prepares a place for one seal, see {@code dossier.seal}. Only prepared places can be sealed.
         *
         * @param name letters, digits and hyphens, such as {@code inwoner}; unique on the paper
         * @param label what a reader of the file hears, such as "Ondertekening door de inwoner"
         */
        public Builder place(String name, String label) {
            if (!PLACE_NAME.matcher(name).matches() || places.putIfAbsent(name, new Place(name, label)) != null) {
                throw new IllegalArgumentException("a place has a simple name of its own");
            }
            return this;
        }

        public Paper build() {
            return new Paper(this);
        }

        private Builder add(Block block) {
            blocks.add(block);
            return this;
        }
    }
}
