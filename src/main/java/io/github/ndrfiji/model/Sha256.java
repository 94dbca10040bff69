package io.github.ndrfiji.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as bundles write it: 64 hexadecimal digits in lower case. */
public final class Sha256 {

    /** Numbers that are taken at once. */
    private static final int CHUNK = 1 << 16;

    private Sha256() {}

    /** The digest of a text in UTF-8. */
    public static String of(String text) {
        MessageDigest digest = digest();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return hex(digest);
    }

    /** The digest of numbers, each as its four bytes, the highest first. */
    public static String of(float[] values) {
        MessageDigest digest = digest();
        ByteBuffer bytes = ByteBuffer.allocate(Math.min(values.length, CHUNK) * Float.BYTES);
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            bytes.clear().asFloatBuffer().put(values, from, count);
            digest.update(bytes.limit(count * Float.BYTES));
        }
        return hex(digest);
    }

    /** The digest of a file's content. */
    public static String of(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return hex(digest);
    }

    /** The digest of the first bytes of a file, at most as many as given. */
    public static String of(Path file, int most) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = Files.newInputStream(file)) {
            digest.update(in.readNBytes(most));
        }
        return hex(digest);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
