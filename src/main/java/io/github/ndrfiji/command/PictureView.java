package io.github.ndrfiji.command;

import io.github.ndrfiji.report.ExamplePictures;
import java.awt.BorderLayout;
import java.awt.Graphics;
import java.awt.image.BufferedImage;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;

/** A picture as large as there is room, pixel by pixel, with its title. */
final class PictureView extends JPanel {

    PictureView(ExamplePictures.Picture picture) {
        super(new BorderLayout(0, 4));
        add(new Pixels(picture.image()));
        String text = picture.note().isEmpty() ? picture.title() : picture.title() + "  " + picture.note();
        add(new JLabel(text, SwingConstants.CENTER), BorderLayout.SOUTH);
    }

    private static final class Pixels extends JComponent {

        private final BufferedImage image;

        Pixels(BufferedImage image) {
            this.image = image;
        }

        @Override
        protected void paintComponent(Graphics g) {
            double zoom = Math.min((double) getWidth() / image.getWidth(), (double) getHeight() / image.getHeight());
            int width = (int) (zoom * image.getWidth());
            int height = (int) (zoom * image.getHeight());
            g.drawImage(image, (getWidth() - width) / 2, (getHeight() - height) / 2, width, height, null);
        }
    }
}
