package nl.voorelkaar.e2e;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import javax.imageio.ImageIO;

/** Screens have few colours: with a palette of 256 a picture takes a third of the bytes. */
final class Png {

    private static final int COLOURS = 256;

    private Png() {}

    /** The same picture with the 256 most used colours; each other colour becomes the nearest of those. */
    static byte[] smaller(byte[] png) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        var uses = new HashMap<Integer, Integer>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                uses.merge(image.getRGB(x, y) & 0xFFFFFF, 1, Integer::sum);
            }
        }
        var palette = uses.entrySet().stream()
                .sorted(Comparator.<java.util.Map.Entry<Integer, Integer>>comparingInt(java.util.Map.Entry::getValue)
                        .reversed())
                .limit(COLOURS)
                .mapToInt(java.util.Map.Entry::getKey)
                .toArray();
        var indexed = new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, palette.length, palette, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE));
        var nearest = new LinkedHashMap<Integer, Integer>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                var index = nearest.computeIfAbsent(image.getRGB(x, y) & 0xFFFFFF, colour -> nearest(colour, palette));
                indexed.getRaster().setSample(x, y, 0, index);
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(indexed, "png", bytes);
        return bytes.size() < png.length ? bytes.toByteArray() : png;
    }

    private static int nearest(int colour, int[] palette) {
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            long red = (colour >> 16 & 255) - (palette[i] >> 16 & 255);
            long green = (colour >> 8 & 255) - (palette[i] >> 8 & 255);
            long blue = (colour & 255) - (palette[i] & 255);
            long distance = red * red + green * green + blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
