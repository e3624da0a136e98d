const blocks = new Set('P DIV H1 H2 H3 H4 H5 H6 LI UL OL DL DT DD BLOCKQUOTE PRE TABLE THEAD TBODY TFOOT TR SECTION ARTICLE HR'.split(' '));

/** Most columns and rows a cell is taken to span; pages write any number. */
const widest = 50;

/**
 * Makes tables that were copied fit for a text: a cell holds one paragraph, so what stood in it as blocks comes on lines of its own, and a cell over more
 * rows leaves empty ones below it, so that every value stays in its column.
 */
export function pastedTables(page: Document): void {
  for (const table of page.querySelectorAll('table')) {
    if (table.parentElement?.closest('td, th')) continue;
    for (const cell of table.querySelectorAll('td, th')) if (cell.parentElement?.closest('table') === table) onLines(page, cell);
    straighten(page, table);
  }
}

function onLines(page: Document, cell: Element): void {
  const out: Node[] = [];
  let fresh = true;
  const breakLine = (): void => {
    if (!fresh) out.push(page.createElement('br'));
    fresh = true;
  };
  const walk = (node: Node): void => {
    for (const child of [...node.childNodes]) {
      const name = child.nodeName.toUpperCase();
      if (!blocks.has(name)) {
        if (fresh && child.nodeType === Node.TEXT_NODE && (child.textContent ?? '').trim() === '') continue;
        out.push(child);
        fresh = name === 'BR';
        continue;
      }
      breakLine();
      if (name === 'LI') out.push(page.createTextNode('• '));
      walk(child);
      breakLine();
    }
  };
  walk(cell);
  while (out.at(-1)?.nodeName.toUpperCase() === 'BR') out.pop();
  const line = page.createElement('p');
  line.append(...out);
  cell.replaceChildren(line);
}

/** Fills what hangs down from the rows above. */
function straighten(page: Document, table: Element): void {
  /** Rows that still hang down, per column. */
  const hanging: number[] = [];
  for (const row of [...table.querySelectorAll('tr')].filter((one) => one.closest('table') === table)) {
    let column = 0;
    const fill = (before: Element | null): void => {
      while ((hanging[column] ?? 0) > 0) {
        hanging[column] = (hanging[column] ?? 0) - 1;
        row.insertBefore(page.createElement('td'), before);
        column++;
      }
    };
    for (const cell of [...row.querySelectorAll(':scope > td, :scope > th')]) {
      fill(cell);
      const span = (name: string): number => Math.min(widest, Math.max(1, Math.trunc(Number(cell.getAttribute(name))) || 1));
      const [wide, high] = [span('colspan'), span('rowspan')];
      cell.removeAttribute('rowspan');
      for (let n = 0; n < wide; n++) hanging[column + n] = high - 1;
      column += wide;
    }
    fill(null);
  }
}
