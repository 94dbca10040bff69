package io.github.ndrfiji.report;

/** A table of a page. Columns whose head begins with {@code #} hold numbers. */
final class Table {

    private final String[] heads;
    private final Element body = Element.of("tbody");

    Table(String... heads) {
        this.heads = heads;
    }

    Table row(String... cells) {
        Element row = Element.of("tr");
        for (int i = 0; i < cells.length; i++) row.add(styled(Element.of(i == 0 ? "th" : "td", cells[i]), i));
        body.add(row);
        return this;
    }

    Element element() {
        Element head = Element.of("tr");
        for (int i = 0; i < heads.length; i++)
            head.add(styled(Element.of("th", heads[i].replaceFirst("^#", "")).with("scope", "col"), i));
        Element table = Element.of("table", Element.of("thead", head), body);
        return Element.of("div", table).with("class", "wide");
    }

    private Element styled(Element cell, int column) {
        return heads[column].startsWith("#") ? cell.with("class", "number") : cell;
    }
}
