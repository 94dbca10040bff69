package io.github.ndrfiji.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As ImageJ's macro language is documented: key=value, key=[value with spaces], key='value', and flags. */
class MacroOptionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            model=general device=cpu     | device | cpu
            model=general device=cpu     | model  | general
            file=[a folder/b.ndr] rgb    | file   | a folder/b.ndr
            file=[a [1]/b.ndr] rgb       | file   | a [1]/b.ndr
            file='a folder/b.ndr' rgb    | file   | a folder/b.ndr
            file=[a folder/b.ndr] rgb    | rgb    | true
            rgb                          | rgb    | true
            model=general rgb device=cpu | rgb    | true
            rgb=false roi                | rgb    | false
            """)
    void aKeyHasItsValue(String options, String key, String value) {
        assertEquals(Optional.of(value), MacroOptions.value(options, key));
    }

    /** As ImageJ's recorder writes an empty text. */
    @ParameterizedTest
    @CsvSource({"file=[] device=cpu", "file= device=cpu", "file=''", "device=cpu file="})
    void anEmptyValueIsEmpty(String options) {
        assertEquals(Optional.of(""), MacroOptions.value(options, "file"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            model=general     | rgb
            file=[my rgb one] | rgb
            file='my rgb one' | rgb
            myrgb             | rgb
            rgbs roi          | rgb
            myfile=a          | file
            """)
    void otherKeysAndValuesAreNotMistakenForIt(String options, String key) {
        assertEquals(Optional.empty(), MacroOptions.value(options, key));
    }

    @Test
    void withoutOptionsThereIsNoValue() {
        assertEquals(Optional.empty(), MacroOptions.value("", "rgb"));
    }
}
