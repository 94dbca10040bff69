package io.github.ndrfiji.command;

import io.github.ndrfiji.report.ExamplePictures;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.FlowLayout;
import java.awt.GridLayout;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;

/** The pictures of one example beside each other, and a choice of the kind if there are several. */
final class ExamplePanel extends JPanel {

    private static final int GAP = 8;
    private static final String WAITING = "waiting";
    private static final String PICTURES = "pictures";

    private final JComboBox<String> kinds = new JComboBox<>();
    private final JPanel chooser = new JPanel(new FlowLayout(FlowLayout.LEADING, GAP, 0));
    private final JPanel row = new JPanel(new GridLayout(1, 0, GAP, GAP));
    private final CardLayout cards = new CardLayout();
    private final JPanel content = new JPanel(cards);
    private List<ExamplePictures> examples = List.of();

    ExamplePanel() {
        super(new BorderLayout(GAP, GAP));
        chooser.add(new JLabel("Example:"));
        chooser.add(kinds);
        chooser.setVisible(false);
        kinds.addActionListener(e -> showChosen());
        content.add(new JLabel("Examples appear at the first validation.", SwingConstants.CENTER), WAITING);
        content.add(row, PICTURES);
        add(chooser, BorderLayout.NORTH);
        add(content);
    }

    /** Replaces them; the chosen kind stays chosen. */
    void show(List<ExamplePictures> examples) {
        this.examples = examples;
        List<String> names = examples.stream().map(ExamplePictures::kind).toList();
        if (!names.equals(listed())) {
            kinds.removeAllItems();
            names.forEach(kinds::addItem);
            chooser.setVisible(names.size() > 1);
        }
        showChosen();
    }

    private List<String> listed() {
        return IntStream.range(0, kinds.getItemCount())
                .mapToObj(kinds::getItemAt)
                .toList();
    }

    private void showChosen() {
        int chosen = kinds.getSelectedIndex();
        if (chosen < 0 || chosen >= examples.size()) return;
        row.removeAll();
        for (ExamplePictures.Picture picture : examples.get(chosen).pictures()) row.add(new PictureView(picture));
        cards.show(content, PICTURES);
        row.revalidate();
        row.repaint();
    }
}
