package io.github.ndrfiji.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An element of a page, well-formed both as HTML and as XML, whose text is escaped.
 *
 * <pre>{@code
 * Element row = Element.of("tr", Element.of("td", "a < b").with("class", "text"));
 * }</pre>
 */
final class Element {

    private static final Set<String> VOID = Set.of("meta", "img", "br");

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Object> content = new ArrayList<>();

    private Element(String name) {
        this.name = name;
    }

    /** @param content elements, and text as strings */
    static Element of(String name, Object... content) {
        return new Element(name).add(content);
    }

    Element with(String attribute, Object value) {
        attributes.put(attribute, value.toString());
        return this;
    }

    /** @param content elements, and text as strings */
    Element add(Object... content) {
        for (Object part : content) {
            if (!(part instanceof Element) && !(part instanceof String))
                throw new IllegalArgumentException("Neither an element nor text: " + part);
            this.content.add(part);
        }
        return this;
    }

    Element addAll(List<Element> elements) {
        content.addAll(elements);
        return this;
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        writeTo(out);
        return out.toString();
    }

    private void writeTo(StringBuilder out) {
        out.append('<').append(name);
        attributes.forEach((key, value) -> {
            out.append(' ').append(key).append("=\"");
            escape(value, "&quot;", out);
            out.append('"');
        });
        if (VOID.contains(name)) {
            out.append(" />");
            return;
        }
        out.append('>');
        for (Object part : content) {
            if (part instanceof Element element) element.writeTo(out);
            else escape((String) part, "\"", out);
        }
        out.append("</").append(name).append('>');
    }

    /** Leaves {@code >} as it is, and in text {@code "}: browsers read a style sheet as it stands. */
    private static void escape(String text, String quote, StringBuilder out) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '"' -> out.append(quote);
                default -> out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
    }

    /** Whether XML knows the character. */
    private static boolean isAllowed(int c) {
        boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
    }
}
