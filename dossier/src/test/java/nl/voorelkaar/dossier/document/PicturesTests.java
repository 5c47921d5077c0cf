package nl.voorelkaar.dossier.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import nl.voorelkaar.dossier.document.MediaTypes.Accepted;
import org.junit.jupiter.api.Test;

/** Files that mean no harm; the others are for {@link DrawersTests}. */
class PicturesTests {

    @Test
    void aPdfShowsItsPagesUpToTwenty() throws IOException {
        assertThat(Pictures.pages(Accepted.PDF, Samples.pdf(3))).isEqualTo(3);
        assertThat(Pictures.pages(Accepted.PDF, Samples.pdf(25))).isEqualTo(20);
    }

    @Test
    void aSmallFileThatSaysItIsAHugePictureIsNotDecoded() throws IOException {
        var flood = Samples.pngThatSaysItIs(60_000, 60_000);
        assertThat(Pictures.pages(Accepted.PNG, flood)).isZero();
        assertThatThrownBy(() -> draw(Accepted.PNG, flood, 0)).hasMessage("too large");
    }

    @Test
    void aLargePictureIsDrawnSmaller() throws IOException {
        var drawn = draw(Accepted.JPEG, Samples.image("jpg", 4_000, 1_000), 0);
        assertThat(drawn.getWidth()).isBetween(800, Pictures.LONGEST_SIDE);
        assertThat(drawn.getHeight()).isLessThan(drawn.getWidth());
    }

    @Test
    void bothKindsOfWebPAreDrawn() throws IOException {
        for (var lossy : new boolean[] {true, false}) {
            assertThat(Pictures.pages(Accepted.WEBP, Samples.webp(lossy))).isOne();
            assertThat(draw(Accepted.WEBP, Samples.webp(lossy), 0).getWidth()).isOne();
        }
        assertThat(Pictures.pages(Accepted.WEBP, Samples.webpThatSaysItIsHuge()))
                .isZero();
    }

    @Test
    void whatIsSeeThroughIsDrawnOnPaper() throws IOException {
        var glass = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_ARGB), "png", glass);
        assertThat(draw(Accepted.PNG, glass.toByteArray(), 0).getRGB(4, 4)).isEqualTo(0xffffffff);
    }

    @Test
    void aPictureIsReadAsWhatItWasAcceptedAs() throws IOException {
        assertThatThrownBy(() -> Pictures.pages(Accepted.GIF, Samples.png(9, 9)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aPageThatIsNotThereIsNotDrawn() throws IOException {
        var pdf = Samples.pdf(2);
        assertThat(draw(Accepted.PDF, pdf, 1).getHeight()).isBetween(1_200, Pictures.LONGEST_SIDE);
        for (var page : new int[] {-1, 2}) {
            assertThatThrownBy(() -> draw(Accepted.PDF, pdf, page)).hasMessage("no such page");
        }
    }

    @Test
    void aQuestionGetsOneAnswer() throws IOException {
        var answer = new ByteArrayOutputStream();
        DrawingProcess.answer(new ByteArrayInputStream(question(DrawingProcess.HOW_MANY, Samples.pdf(3))), answer);
        assertThat(answer.toByteArray()).containsExactly(0, 0, 0, 4, 0, 0, 0, 3);
        answer.reset();
        var broken = Arrays.copyOf(Samples.pdf(1), 200);
        DrawingProcess.answer(new ByteArrayInputStream(question(DrawingProcess.HOW_MANY, broken)), answer);
        assertThat(answer.toByteArray()).containsExactly(-1, -1, -1, -1);
    }

    private static byte[] question(int page, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var to = new java.io.DataOutputStream(bytes);
        to.writeInt(page);
        to.writeByte(Accepted.PDF.ordinal());
        to.writeInt(content.length);
        to.write(content);
        return bytes.toByteArray();
    }

    private static BufferedImage draw(Accepted type, byte[] bytes, int page) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Pictures.draw(type, bytes, page)));
    }
}
