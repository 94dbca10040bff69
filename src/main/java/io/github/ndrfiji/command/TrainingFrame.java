package io.github.ndrfiji.command;

import ij.IJ;
import ij.WindowManager;
import ij.plugin.BrowserLauncher;
import io.github.ndrfiji.report.ExamplePictures;
import io.github.ndrfiji.report.RunCurves;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Frame;
import java.awt.GridLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.WindowConstants;

/**
 * The window of a training: curves, examples, time left, and two ways to end it. Made by any thread, used by the event
 * thread.
 *
 * <p>Who closes it while the training runs is asked: a run of hours does not end by a click beside the mark.
 */
final class TrainingFrame implements TrainingWindow.View {

    private static final int GAP = 10;
    private static final Dimension SIZE = new Dimension(980, 700);
    private static final double CHARTS_SHARE = 0.52;

    private final String title;
    private final TrainingRequests requests;
    private JFrame frame;
    private LossChart losses;
    private ValidationChart validations;
    private ExamplePanel examples;
    private JLabel time;
    private JLabel status;
    private JButton finish;
    private JButton cancel;
    private JPanel buttons;
    private boolean over;

    TrainingFrame(String title, TrainingRequests requests) {
        this.title = title;
        this.requests = requests;
    }

    /** Shows it, and lists it in ImageJ's menu Window. */
    void open() {
        frame = new JFrame(title);
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent e) {
                closeOrAsk();
            }
        });
        JPanel content = new JPanel(new BorderLayout(GAP, GAP));
        content.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
        content.add(middle());
        content.add(footer(), BorderLayout.SOUTH);
        frame.setContentPane(content);
        frame.setSize(SIZE);
        frame.setLocationByPlatform(true);
        WindowManager.addWindow((Frame) frame);
        content.setFocusable(true);
        content.requestFocusInWindow(); // or the space bar would press a button of a window that comes up while one
        // types
        frame.setVisible(true);
    }

    private JSplitPane middle() {
        losses = new LossChart();
        validations = new ValidationChart();
        examples = new ExamplePanel();
        JPanel charts = new JPanel(new GridLayout(1, 2, GAP, GAP));
        charts.add(losses.panel());
        charts.add(validations.panel());
        JSplitPane middle = new JSplitPane(JSplitPane.VERTICAL_SPLIT, charts, examples);
        middle.setBorder(null);
        middle.setResizeWeight(CHARTS_SHARE);
        middle.setDividerLocation((int) (CHARTS_SHARE * (SIZE.height - 120)));
        return middle;
    }

    private JPanel footer() {
        time = new JLabel("Preparing the data...");
        status = new JLabel(" ");
        finish =
                button("Finish now", "Ends the training after this step and keeps the best model so far", this::finish);
        cancel = button("Cancel", "Stops and leaves a checkpoint from which the same training goes on", this::cancel);
        buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, GAP, 0));
        buttons.add(finish);
        buttons.add(cancel);
        JPanel footer = new JPanel(new BorderLayout(GAP, 0));
        footer.add(time);
        footer.add(buttons, BorderLayout.EAST);
        footer.add(status, BorderLayout.SOUTH); // over the whole width, because it is long
        return footer;
    }

    private static JButton button(String text, String tip, Runnable action) {
        JButton button = new JButton(text);
        button.setToolTipText(tip);
        button.addActionListener(e -> action.run());
        return button;
    }

    private void finish() {
        requests.finish();
        finish.setEnabled(false);
        time("Finishing after this step; the best model is kept.");
    }

    private void cancel() {
        requests.cancel();
        finish.setEnabled(false);
        cancel.setEnabled(false);
        time("Cancelling after this step; a checkpoint is saved.");
    }

    private void closeOrAsk() {
        if (over) close();
        else ask();
    }

    private void ask() {
        String[] choices = {"Minimize", "Finish now", "Cancel training"};
        int choice = JOptionPane.showOptionDialog(
                frame,
                "The training is still running.\n\nMinimize: it goes on, and ImageJ's menu Window shows it again.\n"
                        + "Finish now: it ends and keeps the best model so far.\n"
                        + "Cancel training: it stops and leaves a checkpoint from which it goes on another time.",
                title,
                JOptionPane.DEFAULT_OPTION,
                JOptionPane.QUESTION_MESSAGE,
                null,
                choices,
                choices[0]);
        if (over) return;
        if (choice == 0) frame.setState(Frame.ICONIFIED);
        if (choice == 1) finish();
        if (choice == 2) cancel();
    }

    @Override
    public void close() {
        WindowManager.removeWindow((Frame) frame);
        frame.dispose();
    }

    @Override
    public void show(RunCurves curves) {
        losses.show(curves);
        validations.show(curves);
    }

    @Override
    public void show(List<ExamplePictures> pictures) {
        examples.show(pictures);
    }

    @Override
    public void time(String text) {
        time.setText(text);
        time.setToolTipText(text);
    }

    @Override
    public void status(String text) {
        status.setText(text.isEmpty() ? " " : text);
        status.setToolTipText(text);
    }

    @Override
    public void ended(String message, Optional<Path> report) {
        over = true;
        buttons.removeAll();
        report.ifPresent(
                page -> buttons.add(button("Show report", "Opens " + page + " in the browser", () -> browse(page))));
        buttons.add(button("Close", "Closes this window", this::close));
        buttons.revalidate();
        buttons.repaint();
        time(message);
        status("");
    }

    private static void browse(Path page) {
        try {
            BrowserLauncher.openURL(page.toUri().toString());
        } catch (IOException e) {
            IJ.error("NDR Restore", "The browser does not open; the report is the file\n" + page);
        }
    }
}
