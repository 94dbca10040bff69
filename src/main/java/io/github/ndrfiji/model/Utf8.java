package io.github.ndrfiji.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text from bytes, without replacing what is malformed. */
final class Utf8 {

    private Utf8() {}

    static String decode(byte[] bytes, Place place) throws ModelFormatException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw place.wrong("bytes that are no UTF-8 text", "UTF-8");
        }
    }
}
