package io.github.ndrfiji.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The pictures of one example beside each other, as part of a page. */
final class ExampleRow {

    private ExampleRow() {}

    static Element of(ExamplePictures example) {
        Element row = Element.of("div").with("class", "example");
        for (ExamplePictures.Picture picture : example.pictures()) row.add(figure(example.kind(), picture));
        return Element.of("div", Element.of("h3", example.kind()), row);
    }

    private static Element figure(String kind, ExamplePictures.Picture picture) {
        Element caption = Element.of("figcaption", picture.title());
        if (!picture.note().isEmpty())
            caption.add(" ", Element.of("span", picture.note()).with("class", "note"));
        Element image = Element.of("img")
                .with("src", "data:image/png;base64," + Base64.getEncoder().encodeToString(png(picture)))
                .with("alt", picture.title() + ", " + kind);
        return Element.of("figure", image, caption);
    }

    private static byte[] png(ExamplePictures.Picture picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(picture.image(), "png", out)) throw new AssertionError("Java without PNG.");
        } catch (IOException e) {
            throw new UncheckedIOException("A picture cannot be written to memory.", e);
        }
        return bytes.toByteArray();
    }
}
