import type { ComponentChildren } from "preact";

export interface Column<Row> {
  head: string;
  cell: (row: Row) => ComponentChildren;
  number?: boolean;
  main?: boolean; // names the row
  screen?: boolean; // is not printed
}

interface Props<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  name: (row: Row) => string;
  kind?: (row: Row) => string;
  small?: boolean; // few and narrow columns: stays a table on a telephone too
}

// A real table on a desk, a stack of cards on a telephone: the roles are said aloud because the cards undo them.
export function Table<Row>({ caption, columns, rows, name, kind, small = false }: Props<Row>) {
  return (
    <table role="table" class={small ? "small" : "stack"}>
      <caption class="unseen">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.head} role="columnheader" scope="col" class={kindOf(column)}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={name(row)} role="row" class={kind?.(row) ?? ""}>
            {columns.map((column) => cell(column, row))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const kindOf = <Row,>(column: Column<Row>): string => (column.number ? "number" : column.screen ? "how" : "");

function cell<Row>(column: Column<Row>, row: Row) {
  const shared = { key: column.head, "data-head": column.head, class: kindOf(column) };
  if (column.main)
    return (
      <th {...shared} role="rowheader" scope="row">
        {column.cell(row)}
      </th>
    );
  return (
    <td {...shared} role="cell">
      {column.cell(row)}
    </td>
  );
}
