package io.github.vastsdk.internal;

import io.github.vastsdk.Secret;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows rows as a table. Rows that are records get a column for each component that says something in some row. */
public final class Table {
    /** A UUID fits, so that it can be copied. */
    private static final int CELL = 36;
    /** A heading and ten rows of this width fit into the characters that JShell prints. */
    private static final int WIDTH = 88;

    private final List<String> names;
    private final List<List<String>> cells;

    private Table(List<String> names, List<List<String>> cells) {
        this.names = names;
        this.cells = cells;
    }

    /** Makes the table of some rows. */
    public static Table of(List<?> rows) {
        List<RecordComponent> columns = columns(rows);
        if (columns.isEmpty()) {
            return new Table(
                    List.of("value"),
                    rows.stream().map(row -> List.of(text(row))).toList());
        }
        List<List<String>> cells = new ArrayList<>();
        for (Object row : rows) {
            cells.add(columns.stream().map(column -> text(value(column, row))).toList());
        }
        return new Table(columns.stream().map(RecordComponent::getName).toList(), cells);
    }

    private static List<RecordComponent> columns(List<?> rows) {
        if (rows.isEmpty() || !rows.get(0).getClass().isRecord()) {
            return List.of();
        }
        Class<?> type = rows.get(0).getClass();
        List<RecordComponent> columns = new ArrayList<>();
        for (RecordComponent column : type.getRecordComponents()) {
            boolean shown = !Map.class.isAssignableFrom(column.getType())
                    && (!Collection.class.isAssignableFrom(column.getType()) || isNumbers(column))
                    && (column.getType() == Secret.class
                            || isName(column, type)
                            || !SensitiveNames.isSensitiveMember(column.getName()))
                    && rows.stream().allMatch(type::isInstance)
                    && rows.stream().anyMatch(row -> !text(value(column, row)).isEmpty());
            if (shown) {
                columns.add(column);
            }
        }
        return columns;
    }

    /** Tells whether the column holds a few numbers, such as a choice or ports. Other lists would take all the space. */
    private static boolean isNumbers(RecordComponent column) {
        return column.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> element
                && Number.class.isAssignableFrom(element);
    }

    /** Tells whether the column is a key as in a map: keys that are secrets are {@link Secret}s in this library. */
    private static boolean isName(RecordComponent column, Class<?> type) {
        return column.getType() == String.class
                && SensitiveNames.isKey(column.getName())
                && type.getModule() == Table.class.getModule();
    }

    private static @Nullable Object value(RecordComponent column, Object row) {
        try {
            return column.getAccessor().invoke(row);
        } catch (InvocationTargetException | IllegalAccessException e) {
            // A record of the caller's that this module may not look into.
            return null;
        }
    }

    private static String text(@Nullable Object value) {
        return value == null || value.equals(List.of())
                ? ""
                : value.toString().replaceAll("\\s+", " ").strip();
    }

    /**
     * Shows the first rows, aligned.
     *
     * @param most how many rows to show
     * @param length how many characters the text may have
     */
    public String toText(int most, int length) {
        if (cells.isEmpty()) {
            return "(empty)";
        }
        List<List<String>> shown = cells.subList(0, Math.min(most, cells.size()));
        List<Integer> widths = widths(shown);
        StringBuilder text = new StringBuilder(line(names, widths));
        int rows = 0;
        for (List<String> row : shown) {
            String line = "\n" + line(row, widths);
            if (text.length() + line.length() > length - 20) {
                break;
            }
            text.append(line);
            rows++;
        }
        return text.append(rows < cells.size() ? "\n… " + (cells.size() - rows) + " more" : "")
                .toString();
    }

    /** Returns the widths of the columns that fit side by side; at least the first one does. */
    private List<Integer> widths(List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        int used = 0;
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            int widest = rows.stream()
                    .mapToInt(row -> row.get(column).length())
                    .max()
                    .orElse(0);
            int width = Math.min(CELL, Math.max(names.get(i).length(), widest));
            if (used + width > WIDTH) {
                break;
            }
            widths.add(width);
            used += width + 2;
        }
        return widths;
    }

    private static String line(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.size(); i++) {
            String cell = cells.get(i);
            int width = widths.get(i);
            String cut = cell.length() > width ? cut(cell, width) : cell;
            line.append(cut).append(" ".repeat(width - cut.length() + 2));
        }
        return line.toString().stripTrailing();
    }

    /** Leaves out the middle: long texts, such as keys, often begin alike. */
    private static String cut(String text, int width) {
        int tail = (width - 1) / 2;
        int head = width - 1 - tail;
        int from = text.length() - tail;
        // Not through the middle of a character that takes two.
        int left = Character.isHighSurrogate(text.charAt(head - 1)) ? head - 1 : head;
        int right = Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
        return text.substring(0, left) + "…" + text.substring(right);
    }

    /** Shows all rows and columns as an HTML table. */
    public String toHtml() {
        String head =
                names.stream().map(name -> "<th>" + escaped(name) + "</th>").collect(Collectors.joining());
        String body = cells.stream()
                .map(row -> row.stream()
                        .map(cell -> "<td>" + escaped(cell) + "</td>")
                        .collect(Collectors.joining("", "<tr>", "</tr>")))
                .collect(Collectors.joining("\n"));
        return "<table>\n<tr>" + head + "</tr>\n" + body + "\n</table>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
