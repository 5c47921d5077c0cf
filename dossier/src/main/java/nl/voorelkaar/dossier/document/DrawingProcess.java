package nl.voorelkaar.dossier.document;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import nl.voorelkaar.dossier.document.MediaTypes.Accepted;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/**
 * The process that draws: reads one question, answers it and ends. It has no settings, no keys, no database and no
 * file, and sees one upload in its life, so that a hostile one meets nothing of anybody else.
 *
 * <p>Question: page (4 bytes; {@link #HOW_MANY} asks how many pages there are), ordinal of the type (1), size (4), that
 * many bytes. Answer: size (4; {@link #REFUSED} when it cannot be drawn), that many bytes: a PNG, or the number of
 * pages (4). An answer that is not whole is no answer.
 */
final class DrawingProcess {

    static final int HOW_MANY = -1;
    static final int REFUSED = -1;

    private DrawingProcess() {}

    public static void main(String[] arguments) throws IOException {
        var questions = new FileInputStream(FileDescriptor.in);
        var answers = new FileOutputStream(FileDescriptor.out);
        // A library that prints would spoil the answer.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        answer(questions, answers);
    }

    static void answer(InputStream questions, OutputStream answers) throws IOException {
        if (questions.available() == 0) {
            warmUp();
        }
        var question = new DataInputStream(questions);
        var page = question.readInt();
        var type = Accepted.values()[question.readUnsignedByte()];
        var content = new byte[question.readInt()];
        question.readFully(content);
        var to = new DataOutputStream(answers);
        try {
            var drawn = page == HOW_MANY ? number(Pictures.pages(type, content)) : Pictures.draw(type, content, page);
            to.writeInt(drawn.length);
            to.write(drawn);
        } catch (IOException | RuntimeException | StackOverflowError hostileOrBroken) {
            to.writeInt(REFUSED);
        }
        to.flush();
    }

    private static byte[] number(int pages) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(pages).array();
    }

    /** Draws a page that nobody sees: the first drawing of a process takes ten times as long as the next. */
    private static void warmUp() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var pdf = new PDDocument()) {
            var sheet = new PDPage();
            pdf.addPage(sheet);
            try (var content = new PDPageContentStream(pdf, sheet)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 700);
                content.showText("Voor Elkaar");
                content.endText();
            }
            pdf.save(bytes);
        }
        Pictures.draw(Accepted.PNG, Pictures.draw(Accepted.PDF, bytes.toByteArray(), 0), 0);
    }
}
