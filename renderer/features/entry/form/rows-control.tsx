import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useId, useRef, useState, type ComponentType, type ReactNode, type RefObject } from 'react';
import type { Json } from '../../../../domain/entries/entry.ts';
import { Button, IconButton } from '../../../kit/button.tsx';
import { nl } from '../../../text/nl.ts';
import type { ControlProps, FormField } from './control.ts';
import { inWords, isEmpty, sameValue, type When } from './field-values.ts';
import { wrongNow } from './wrong.ts';

type Row = Record<string, Json>;
/** The control of one column: that of any field. */
type Cell = ComponentType<ControlProps>;
const asRow = (value: Json): Row | undefined => (value !== null && typeof value === 'object' && !Array.isArray(value) ? value : undefined);
const rowsOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : isEmpty(value) ? [] : [value ?? null]);
const isBlank = (row: Json): boolean => row === null || Object.values(asRow(row) ?? { row }).every(isEmpty);

/** The rows as they are filled in, the empty ones too, and what can be done with them. */
function useRows({ value, onChange }: ControlProps, root: RefObject<HTMLElement | null>) {
  const [local, setLocal] = useState<{ rows: Json[]; value: Json }>();
  const rows = local && sameValue(local.value, value) ? local.rows : rowsOf(value);
  const set = (next: Json[], when: When): void => {
    const written = next.filter((row) => !isBlank(row));
    setLocal({ rows: next, value: written });
    if (!sameValue(written, value)) onChange(written, when);
  };
  const focus = (...selectors: string[]): void => {
    requestAnimationFrame(() => {
      const found = selectors.map((selector) => root.current?.querySelector<HTMLElement>(selector)).find((one) => one);
      found?.focus();
    });
  };
  return {
    rows,
    change: (index: number, row: Json, when: When) => set(rows.with(index, row), when),
    add: () => {
      set([...rows, {}], 'now');
      focus(`[data-row="${rows.length}"] :is(input, select, textarea)`);
    },
    remove: (index: number) => {
      set(rows.toSpliced(index, 1), 'now');
      focus('[data-add]');
    },
    move: (from: number, to: number) => {
      set(rows.toSpliced(from, 1).toSpliced(to, 0, rows[from] ?? null), 'now');
      const place = `[data-row="${to}"] `;
      focus(`${place}[data-move="${to > from ? 'down' : 'up'}"]:enabled`, `${place}[data-move]:enabled`);
    },
  };
}

/** A list of records as rows. A row that is still empty is not in the file; what is no record stays and can be moved or taken out. */
export function RowsControl(props: ControlProps & { cell: Cell }): ReactNode {
  const { field, wrong } = props;
  const id = useId();
  const root = useRef<HTMLFieldSetElement>(null);
  const { rows, change, add, remove, move } = useRows(props, root);
  return (
    <fieldset ref={root} className="field form-rows" aria-describedby={wrong ? id : undefined}>
      <legend className="label">{field.label}</legend>
      {field.hint && <p className="hint">{field.hint}</p>}
      {wrong && (
        <p className="field-error" id={id}>
          {wrong}
        </p>
      )}
      {rows.map((row, index) => (
        <RowFields
          key={index}
          {...props}
          row={row}
          index={index}
          last={index === rows.length - 1}
          onRow={(next, when) => change(index, next, when)}
          onMove={(to) => move(index, to)}
          onRemove={() => remove(index)}
        />
      ))}
      <Button small icon={Plus} data-add="" aria-label={nl.form.addRow(field.label)} onClick={add}>
        {nl.form.row(rows.length + 1)}
      </Button>
    </fieldset>
  );
}

interface RowProps extends ControlProps {
  cell: Cell;
  row: Json;
  index: number;
  last: boolean;
  onRow(row: Row, when: When): void;
  onMove(to: number): void;
  onRemove(): void;
}

function RowFields({ cell: Control, field, place, row, index, last, onLeave, onRow, onMove, onRemove }: RowProps): ReactNode {
  const record = asRow(row);
  const columns: FormField[] = field.columns ?? [];
  const also = Object.entries(record ?? {}).filter(([key]) => !columns.some((column) => column.key === key));
  return (
    <fieldset className="form-row" data-row={index}>
      <legend className="sr">{nl.form.row(index + 1)}</legend>
      <div className="form-row-tools">
        <span aria-hidden>{nl.form.row(index + 1)}</span>
        <IconButton icon={ArrowUp} label={nl.form.rowUp(index + 1)} data-move="up" disabled={index === 0} onClick={() => onMove(index - 1)} />
        <IconButton icon={ArrowDown} label={nl.form.rowDown(index + 1)} data-move="down" disabled={last} onClick={() => onMove(index + 1)} />
        <IconButton icon={Trash2} label={nl.form.removeRow(index + 1)} onClick={onRemove} />
      </div>
      {record === undefined && <p className="small">{inWords(row)}</p>}
      {record &&
        columns.map((column) => (
          <Control
            key={column.key}
            field={column}
            place={place}
            value={record[column.key]}
            wrong={wrongNow(place, column, record[column.key])}
            onLeave={onLeave}
            onChange={(value, when) => onRow(withCell(record, column.key, value), when)}
          />
        ))}
      {also.length > 0 && <p className="hint">{nl.form.rowAlso(also.map(([key, value]) => `${key}: ${inWords(value)}`))}</p>}
    </fieldset>
  );
}

function withCell(row: Row, key: string, value: Json): Row {
  if (!isEmpty(value)) return { ...row, [key]: value };
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== key));
}
