package nl.voorelkaar.dossier.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.voorelkaar.dossier.DocumentRefused;
import nl.voorelkaar.dossier.DocumentRefused.Reason;
import nl.voorelkaar.dossier.document.MediaTypes.Accepted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTests {

    @Test
    void everyAcceptedKindIsKnownByItsBytes() throws IOException {
        assertThat(MediaTypes.of(Samples.pdf(1), FileName.of("brief.pdf"))).isEqualTo(Accepted.PDF);
        assertThat(MediaTypes.of(Samples.png(4, 4), FileName.of("foto.png"))).isEqualTo(Accepted.PNG);
        assertThat(MediaTypes.of(Samples.image("jpg", 4, 4), FileName.of("foto.JPG")))
                .isEqualTo(Accepted.JPEG);
        assertThat(MediaTypes.of(Samples.image("gif", 4, 4), FileName.of("foto.gif")))
                .isEqualTo(Accepted.GIF);
        assertThat(MediaTypes.of(
                        "RIFF\0\0\0\0WEBPVP8 ".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                        FileName.of("foto.webp")))
                .isEqualTo(Accepted.WEBP);
        assertThat(MediaTypes.of("Beste mevrouw,\nééń 😀".getBytes(UTF_8), FileName.of("brief.txt")))
                .isEqualTo(Accepted.TEXT);
        assertThat(MediaTypes.of(ole(), FileName.of("brief.doc"))).isEqualTo(Accepted.WORD);
        assertThat(MediaTypes.of(ole(), FileName.of("cijfers.xls"))).isEqualTo(Accepted.EXCEL);
        assertThat(MediaTypes.of(zip("[Content_Types].xml", "word/document.xml"), FileName.of("brief.docx")))
                .isEqualTo(Accepted.WORD_XML);
        assertThat(MediaTypes.of(zip("[Content_Types].xml", "xl/workbook.xml"), FileName.of("cijfers.xlsx")))
                .isEqualTo(Accepted.EXCEL_XML);
        assertThat(MediaTypes.of(openDocument("text"), FileName.of("brief.odt")))
                .isEqualTo(Accepted.ODF_TEXT);
        assertThat(MediaTypes.of(openDocument("spreadsheet"), FileName.of("cijfers.ods")))
                .isEqualTo(Accepted.ODF_SHEET);
    }

    @ParameterizedTest(name = "a program called {0}: {1}")
    @CsvSource({
        "brief.pdf, NOT_WHAT_ITS_NAME_SAYS",
        "foto.jpg, NOT_WHAT_ITS_NAME_SAYS",
        "brief.txt, NOT_WHAT_ITS_NAME_SAYS",
        "brief.docx, NOT_WHAT_ITS_NAME_SAYS",
        "setup.exe, TYPE_NOT_ACCEPTED",
        "setup, TYPE_NOT_ACCEPTED",
        "brief.pdf.exe, TYPE_NOT_ACCEPTED"
    })
    void aProgramIsRefusedUnderAnyName(String name, Reason reason) {
        assertRefused(Samples.program(), name, reason);
    }

    @Test
    void oneAcceptedKindUnderTheNameOfAnotherIsRefused() throws IOException {
        assertRefused(Samples.png(4, 4), "foto.pdf", Reason.NOT_WHAT_ITS_NAME_SAYS);
        assertRefused(Samples.pdf(1), "brief.html", Reason.NOT_WHAT_ITS_NAME_SAYS);
        assertRefused(zip("[Content_Types].xml", "xl/workbook.xml"), "brief.docx", Reason.NOT_WHAT_ITS_NAME_SAYS);
        assertRefused(zip("run.exe"), "brief.docx", Reason.NOT_WHAT_ITS_NAME_SAYS);
        assertRefused(openDocument("spreadsheet"), "brief.odt", Reason.NOT_WHAT_ITS_NAME_SAYS);
    }

    @Test
    void whatIsNotAcceptedIsRefusedUnderItsOwnNameToo() throws IOException {
        assertRefused(
                "<html><script>alert(1)</script></html>".getBytes(UTF_8), "pagina.html", Reason.TYPE_NOT_ACCEPTED);
        assertRefused(
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8), "plaatje.svg", Reason.TYPE_NOT_ACCEPTED);
        assertRefused(zip("a.txt"), "alles.zip", Reason.TYPE_NOT_ACCEPTED);
    }

    @Test
    void aFileWithoutExtensionIsJudgedByItsBytesAlone() throws IOException {
        assertThat(MediaTypes.of(Samples.pdf(1), FileName.of("scan"))).isEqualTo(Accepted.PDF);
    }

    private static void assertRefused(byte[] head, String name, Reason reason) {
        assertThatThrownBy(() -> MediaTypes.of(head, FileName.of(name)))
                .isInstanceOfSatisfying(
                        DocumentRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static byte[] ole() {
        var head = new byte[1024];
        var magic = new int[] {0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1};
        for (int place = 0; place < magic.length; place++) {
            head[place] = (byte) magic[place];
        }
        return head;
    }

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("inhoud".getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] openDocument(String kind) throws IOException {
        var type = ("application/vnd.oasis.opendocument." + kind).getBytes(UTF_8);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var entry = new ZipEntry("mimetype");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(type.length);
            var sum = new java.util.zip.CRC32();
            sum.update(type);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(type);
            zip.putNextEntry(new ZipEntry("content.xml"));
        }
        return Arrays.copyOf(bytes.toByteArray(), bytes.size());
    }
}
