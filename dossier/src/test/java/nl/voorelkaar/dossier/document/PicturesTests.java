package nl.voorelkaar.dossier.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.ImageIO;
import nl.voorelkaar.dossier.DocumentRefused;
import nl.voorelkaar.dossier.document.MediaTypes.Accepted;
import org.junit.jupiter.api.Test;

class PicturesTests {

    @Test
    void aPdfShowsItsPagesUpToTwenty() throws IOException {
        assertThat(pages(Accepted.PDF, Samples.pdf(3))).isEqualTo(3);
        assertThat(pages(Accepted.PDF, Samples.pdf(25))).isEqualTo(20);
    }

    @Test
    void whatCannotBeDrawnHasNoPages() throws IOException {
        assertThat(pages(Accepted.PDF, Arrays.copyOf(Samples.pdf(1), 200))).isZero();
        assertThat(pages(Accepted.PNG, Arrays.copyOf(Samples.png(9, 9), 12))).isZero();
        assertThat(pages(Accepted.TEXT, "tekst".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isZero();
    }

    @Test
    void aSmallFileThatSaysItIsAHugePictureIsNeverDecoded() throws IOException {
        var flood = Samples.pngThatSaysItIs(60_000, 60_000);
        assertThat(pages(Accepted.PNG, flood)).isZero();
        assertThatThrownBy(() -> draw("image/png", flood, 0))
                .isInstanceOfSatisfying(
                        DocumentRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(DocumentRefused.Reason.NO_PREVIEW));
    }

    @Test
    void aLargePictureIsDrawnSmaller() throws IOException {
        var drawn = draw("image/jpeg", Samples.image("jpg", 4_000, 1_000), 0);
        assertThat(drawn.getWidth()).isBetween(800, Pictures.LONGEST_SIDE);
        assertThat(drawn.getHeight()).isLessThan(drawn.getWidth());
    }

    @Test
    void aPageThatIsNotThereIsRefused() throws IOException {
        var pdf = Samples.pdf(2);
        assertThat(draw("application/pdf", pdf, 1).getHeight()).isBetween(1_200, Pictures.LONGEST_SIDE);
        for (var page : new int[] {-1, 2}) {
            assertThatThrownBy(() -> draw("application/pdf", pdf, page)).isInstanceOf(DocumentRefused.class);
        }
    }

    @Test
    void aPageWithAHugePictureOrMaskIsNeverDrawn() throws IOException {
        assertRefused(Samples.pdfWithPicture(20_000, 20_000, 1, 1));
        assertRefused(Samples.pdfWithPicture(10, 10, 20_000, 20_000));
        assertThat(draw("application/pdf", Samples.pdfWithPicture(300, 300, 300, 300), 0))
                .isNotNull();
    }

    @Test
    void aHugePictureInsideAFormIsNeverDrawn() throws IOException {
        assertRefused(Samples.pdfWithPictureInForms(20_000, 3));
        assertThat(draw("application/pdf", Samples.pdfWithPictureInForms(300, 3), 0))
                .isNotNull();
    }

    @Test
    void aPictureThatUnpacksToMoreThanItSaysIsNeverDrawn() throws IOException {
        assertRefused(Samples.pdfWithJpegThatSaysItIsSmall(5_000, 4_001));
        assertRefused(Samples.pdfWithPageOfSpaces(100_000_000));
        assertThat(draw("application/pdf", Samples.pdfWithPageOfSpaces(1_000_000), 0))
                .isNotNull();
    }

    @Test
    void aHugePictureBetweenTheStepsIsNeverDrawn() throws IOException {
        assertRefused(Samples.pdfWithInlinePicture(20_000));
        assertThat(draw("application/pdf", Samples.pdfWithInlinePicture(8), 0)).isNotNull();
    }

    @Test
    void aPageThatTakesTooLongIsRefused() throws IOException {
        var pdf = new ByteArrayInputStream(Samples.pdf(1));
        assertThatThrownBy(
                        () -> Pictures.draw("application/pdf", pdf, 0, OutputStream.nullOutputStream(), Duration.ZERO))
                .isInstanceOf(DocumentRefused.class);
    }

    private static void assertRefused(byte[] pdf) {
        assertThatThrownBy(() -> draw("application/pdf", pdf, 0))
                .isInstanceOfSatisfying(
                        DocumentRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(DocumentRefused.Reason.NO_PREVIEW));
    }

    private static int pages(Accepted type, byte[] bytes) throws IOException {
        return Pictures.pages(type, new ByteArrayInputStream(bytes));
    }

    private static java.awt.image.BufferedImage draw(String type, byte[] bytes, int page) throws IOException {
        var drawn = new ByteArrayOutputStream();
        Pictures.draw(type, new ByteArrayInputStream(bytes), page, drawn);
        return ImageIO.read(new ByteArrayInputStream(drawn.toByteArray()));
    }
}
