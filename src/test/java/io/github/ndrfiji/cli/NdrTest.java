package io.github.ndrfiji.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class NdrTest {

    @Test
    void withoutACommandItPointsToTheHelp() {
        assertEquals(new Call(2, "", "ndr: No command was given; 'ndr --help' lists them.\n"), Call.ndr());
    }

    @Test
    void theHelpListsEveryCommand() {
        Call call = Call.ndr("--help");

        assertEquals(0, call.code());
        for (String command : new String[] {
            "restore",
            "maps",
            "measure",
            "identify",
            "evaluate",
            "degrade",
            "train",
            "benchmark",
            "install",
            "install-gpu",
            "check-fiji",
            "info",
            "help"
        }) assertTrue(call.out().contains("\n  " + command + " "), call.out());
        assertEquals("", call.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "restore",
                "maps",
                "measure",
                "identify",
                "evaluate",
                "degrade",
                "train",
                "benchmark",
                "install",
                "install-gpu",
                "check-fiji"
            })
    void everyCommandHasAHelpWithExamples(String command) {
        Call call = Call.ndr("help", command);

        assertEquals(0, call.code());
        assertTrue(call.out().startsWith("Usage: ndr " + command), call.out());
        assertEquals(call, Call.ndr(command, "--help"));
        assertTrue(call.out().contains("\n  ndr " + command + " "), call.out());
    }

    /** Scripts use these names. */
    @Test
    void theNamesOfTheOptionsRemain() {
        StringBuilder names = new StringBuilder();
        for (CommandLine command :
                Ndr.commandLine(Interrupt.manual()).getSubcommands().values()) {
            names.append(command.getCommandName()).append(':');
            for (OptionSpec option : command.getCommandSpec().options())
                names.append(' ').append(String.join(",", option.names()));
            names.append('\n');
        }

        assertEquals(
                """
                restore: -o,--output --overwrite --skip-existing --maps --layers --top --level --model --device --range --rgb -q,--quiet \
                -h,--help --debug
                maps: -o,--output --overwrite --skip-existing --layers --top --level --figure --model --device --range --rgb -q,--quiet \
                -h,--help --debug
                measure: -o,--output --overwrite --level --model --device --range --rgb -q,--quiet -h,--help --debug
                identify: --model --device --range --rgb -q,--quiet -h,--help --debug
                evaluate: --range --luma --fit --degraded --difference --overwrite -q,--quiet -h,--help --debug
                degrade: -o,--output --overwrite --skip-existing --with --depth --like --model --device --seed --range --float -q,--quiet \
                -h,--help --debug
                train: -o,--output --overwrite --pairs --fit --noisy-pairs --clean --with --depth --gray --eight-bit --rgb --balance --from \
                --size --dictionary --channels --scale --range --preset --steps --order --loss --lambda --degrad-every \
                --frozen-encoder --tell-apart --batch --patchwork --crop --rate --warm-up --decay --clip --average --validate-every --patience \
                --seed --hold-out --context --overlap --name --description --notes --device --half --checkpoint -q,--quiet \
                -h,--help --debug
                benchmark: --model --device --size --runs --train -o,--output --overwrite -q,--quiet -h,--help --debug
                install: --uninstall --dry-run -q,--quiet -h,--help --debug
                install-gpu: --yes -q,--quiet -h,--help --debug
                check-fiji: -q,--quiet -h,--help --debug
                info: -q,--quiet -h,--help --debug
                help: -h,--help --debug
                """,
                names.toString());
    }

    @Test
    void theRangeAutoIsExplainedForEveryCommand() {
        for (String command : new String[] {"restore", "maps", "measure", "identify"})
            assertTrue(Call.ndr("help", command).out().replaceAll("\\s+", " ").contains("'auto' (as the model was"));
        for (String command : new String[] {"degrade", "train"})
            assertTrue(Call.ndr("help", command).out().replaceAll("\\s+", " ").contains("'auto' (type for 8-bit"));
    }

    @Test
    void starsInTheHelpOfTrainAreQuoted() {
        String help = Call.ndr("help", "train").out();

        assertTrue(help.contains("--with \"3*noise:0-50\""), help);
        assertTrue(help.contains("\"0.5*noisy/\""), help);
    }

    @Test
    void theVersionGoesToTheStandardOutput() {
        Call call = Call.ndr("--version");

        assertEquals(0, call.code());
        assertTrue(call.out().startsWith("ndr "), call.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "restor a.png -o b.png | ndr: Unmatched arguments",
                "degrade a.png -o b.png | ndr: Give --with to degrade synthetically or --like to degrade like an image,",
                "degrade a.png -o b.png --with noise:5 --like c.png | ndr: Give --with to degrade synthetically or",
                "degrade a.png -o b.png --with noise:5 --model m | ndr: --model goes with --like only; leave it out.",
                "degrade a.png -o b.tif --like c.png --float | ndr: --float goes with --with only; leave it out.",
                "degrade a.png -o b.tif --like c.png --seed 1 | ndr: --seed goes with --with only; leave it out.",
                "degrade a.png --with noise:5 | ndr: Missing required option: '--output=OUTPUT'.",
                "degrade a.png -o b.png --with fog:1 | There is no degradation 'fog'; take one of clean, noise,",
                "degrade a.png -o b.png --with clean --range wide | 'wide' is no value range; use auto, type,",
                "restore a.png | ndr: Missing required option: '--output=OUTPUT'.",
                "restore a.png -o b.png --top 2 | ndr: --top needs --maps, the file or folder for the maps; give it too, or",
                "restore a.png -o b.png --layers top | --layers needs --maps, the file or folder for the maps; give it",
                "restore a.png -o b.png --level 1 | --level needs --maps, the file or folder for the maps; give it too,",
                "restore a.png -o b.png --maps m.tif --top 0 | The number of top degradations is 0, but must be at least",
                "restore sample-data/photo-noisy.png -o b.png --maps m.png | A PNG file cannot hold 32-bit values ('m.png')",
                "restore sample-data/photo-noisy.png -o m.tif --maps ./m.tif | Two results would be './m.tif'; give each a",
                "restore sample-data -o out --maps src/../out | Two results would be 'src/../out'; give each a file or a",
                "restore a.png -o b.png --range 3:1 | '3:1' is no value range; use auto, type,",
                "maps a.png | ndr: Missing required option: '--output=OUTPUT' or '--figure=FILE'.",
                "maps sample-data/photo-noisy.png --figure f.tif | --figure: 'f.tif' must be named as a PNG file, such as",
                "maps sample-data --figure f.png | --figure is of one image, but there are several or a folder; give one.",
                "maps a.png -o b.tif --layers noise | There are no layers 'noise'; use affinities, top, dominant,",
                "maps a.png -o b.tif --level 4 | There is no level '4'; use 1, 2, 3, mean.",
                "maps a.png -o b.tif --top 0 | The number of top degradations is 0, but must be at least 1.",
                "measure --level 1 | ndr: Missing required parameter: 'INPUT'.",
                "evaluate a.png | ndr: Missing required parameter: 'REFERENCE'.",
                "evaluate a.png b.png --difference c.tif | ndr: --difference needs --degraded, the image that was restored",
                "benchmark --size 0 | ndr: The size is 0 pixels, but must be 1 to 16384, such as 256.",
                "benchmark --size 64,-8 | ndr: The size is -8 pixels, but must be 1 to 16384, such as 256.",
                "benchmark --size 16385 | ndr: The size is 16385 pixels, but must be 1 to 16384, such as 256.",
                "benchmark --size large | ndr: Invalid value for option '--size' (PIXELS): 'large' is not an int.",
                "benchmark --runs 0 | ndr: The number of runs is 0, but must be at least 1.",
                "benchmark --device tpu | ndr: There is no device 'tpu'; use auto, cpu, gpu,",
                "benchmark --model nowhere | ndr: There is no model and no file called 'nowhere'; the models are",
                "benchmark -o speed.txt | ndr: 'speed.txt' must be named as a table, such as speed.md or speed.csv.",
                "evaluate a.png b.png --range -3 | ndr: The data range is -3.0, but must be a number above 0",
            })
    void aWrongCallIsExplainedWithCodeTwo(String args, String expected) {
        Call call = Call.ndr((Object[]) args.split(" "));

        assertEquals(2, call.code());
        assertTrue(call.err().contains(expected), call.err());
        assertEquals("", call.out());
    }
}
