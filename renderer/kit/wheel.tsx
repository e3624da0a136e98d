import type { ReactNode } from 'react';

/** One stage as the wheel draws it. */
export interface WheelStage {
  key: string;
  /** Counts from 1. */
  number: number;
  name: string;
  count: number;
  href: string;
  /** Read out for the whole sector: number, name and how many. */
  spoken: string;
  /** Drawn as the chosen one. */
  chosen?: boolean;
}

interface WheelProps {
  stages: readonly WheelStage[];
  /** Name of the whole drawing. */
  label: string;
  hub: { count: string; word: string };
}

const outer = 158;
const inner = 58;
const gap = 1.6;
const rowRadii = [75, 95.5, 116, 136.5];
const rowSpace = 20;
const seed = 'M0 5.2C-2.6 3.2-3.9 1-3.9-1.2a3.9 3.9 0 0 1 7.8 0C3.9 1 2.6 3.2 0 5.2Z';

/** How many practices one seed stands for: 1 as long as every stage fits in its sector, else 5 or 10 (or a round number above). */
export function seedWorth(counts: readonly number[]): number {
  const room = roomIn(Math.max(counts.length, 1));
  const most = Math.max(0, ...counts);
  return [1, 5, 10, 25, 50, 100].find((worth) => Math.ceil(most / worth) <= room) ?? Math.ceil(most / room / 100) * 100;
}

/** Seeds that fit in a sector when the circle has this many. */
const roomIn = (sectors: number): number => rowRadii.reduce((sum, radius) => sum + inRow(radius, sectors), 0);
const inRow = (radius: number, sectors: number): number => Math.max(1, Math.floor(((2 * Math.PI * radius) / sectors - 18) / rowSpace));

/** The kenniscyclus as a wheel: a sector per stage with a seed per practice, every sector a link. */
export function Wheel({ stages, label, hub }: WheelProps): ReactNode {
  const worth = seedWorth(stages.map((stage) => stage.count));
  return (
    <svg className="wheel" viewBox="-308 -218 616 440" role="group" aria-label={label}>
      {stages.map((stage, index) => (
        <Sector key={stage.key} stage={stage} index={index} of={stages.length} worth={worth} />
      ))}
      {stages.map((stage, index) => (
        <path key={stage.key} className="arrow" transform={arrowAt(index, stages.length)} d="m-3-4.5 5 4.5-5 4.5" />
      ))}
      <text className="hub-n" y="4" textAnchor="middle">
        {hub.count}
      </text>
      <text className="hub-l" y="21" textAnchor="middle">
        {hub.word}
      </text>
    </svg>
  );
}

function Sector({ stage, index, of, worth }: { stage: WheelStage; index: number; of: number; worth: number }): ReactNode {
  const middle = (index * 2 * Math.PI) / of;
  const { x, y, anchor } = labelAt(middle);
  return (
    <a href={stage.href} className={`w s${((stage.number - 1) % 6) + 1}${stage.chosen ? ' is-on' : ''}`} aria-label={stage.spoken}>
      <path className="sector" d={sectorPath(middle, Math.PI / of)} />
      <g className="dots">
        {seedPlaces(Math.ceil(stage.count / worth), of, middle).map((place) => (
          <path key={place} transform={place} d={seed} />
        ))}
      </g>
      <text className="wl" x={x} y={y} textAnchor={anchor}>
        {stage.number} {stage.name}
      </text>{' '}
      <text className="wn" x={x} y={y - 20} textAnchor={anchor}>
        {stage.count}
      </text>
    </a>
  );
}

/** Angles run clockwise from the top. */
const at = (radius: number, angle: number): string => `${round(radius * Math.sin(angle))} ${round(-radius * Math.cos(angle))}`;
const round = (value: number): number => Math.round(value * 10) / 10;

function sectorPath(middle: number, half: number): string {
  const far = Math.asin(gap / outer);
  const near = Math.asin(gap / inner);
  const big = half > Math.PI / 2 ? 1 : 0;
  return [
    `M${at(inner, middle - half + near)}`,
    `L${at(outer, middle - half + far)}`,
    `A${outer} ${outer} 0 ${big} 1 ${at(outer, middle + half - far)}`,
    `L${at(inner, middle + half - near)}`,
    `A${inner} ${inner} 0 ${big} 0 ${at(inner, middle - half + near)}Z`,
  ].join('');
}

/** Seeds fill the rows from the middle of the wheel outwards, each row centred in its sector, and the rows together half-way along it. */
function seedPlaces(count: number, sectors: number, middle: number): string[] {
  const rows: { radius: number; here: number }[] = [];
  let left = count;
  for (const radius of rowRadii) {
    const here = Math.min(left, inRow(radius, sectors));
    if (here > 0) rows.push({ radius, here });
    left -= here;
  }
  const outwards = ((rowRadii.at(-1) ?? 0) - (rows.at(-1)?.radius ?? 0)) / 2;
  const out: string[] = [];
  for (const { radius: own, here } of rows) {
    const radius = own + outwards;
    const step = 2 * Math.asin(rowSpace / 2 / radius);
    for (let n = 0; n < here; n++) {
      const angle = middle + (n - (here - 1) / 2) * step;
      out.push(`translate(${at(radius, angle)}) rotate(${round((angle * 180) / Math.PI)}) scale(1.45)`);
    }
  }
  return out;
}

function labelAt(middle: number): { x: number; y: number; anchor: 'start' | 'middle' | 'end' } {
  const side = Math.sin(middle);
  const height = -Math.cos(middle);
  const anchor = Math.abs(side) < 0.2 ? 'middle' : side > 0 ? 'start' : 'end';
  const y = anchor === 'middle' ? (height < 0 ? -181 : 211) : 185 * height + 17;
  return { x: anchor === 'middle' ? 0 : round(185 * side), y: round(y), anchor };
}

function arrowAt(index: number, of: number): string {
  const angle = ((index + 0.5) * 2 * Math.PI) / of;
  return `translate(${at(169, angle)}) rotate(${round((angle * 180) / Math.PI)})`;
}
