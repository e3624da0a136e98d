import { parseArgs } from 'node:util';
import { failingCalls } from './failing-calls.ts';
import { fullDisk } from './full-disk.ts';
import { kills } from './kills.ts';
import { pairs } from './pairs.ts';
import { powerCuts } from './power-cuts.ts';
import { texts } from './texts.ts';
import type { Run } from './ground.ts';
import { table, verdict, type Outcome } from './judging.ts';

const { values } = parseArgs({
  options: { full: { type: 'boolean', default: false }, only: { type: 'string' }, seed: { type: 'string' }, count: { type: 'string' } },
});
const run: Run = {
  full: values.full,
  seed: Number(values.seed ?? Date.now() % 1_000_000),
  ...(values.count === undefined ? {} : { count: Number(values.count) }),
};
const parts: Record<string, (run: Run) => Promise<Outcome[]>> = { kills, calls: failingCalls, disk: fullDisk, power: powerCuts, pairs, texts };
const chosen = values.only?.split(',') ?? Object.keys(parts);
const unknown = chosen.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`Onbekend deel: ${unknown.join(', ')}. Kies uit ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

console.log(
  `Storingen opwekken${run.full ? ' (volledig)' : ''}, zaad ${run.seed}: npm run faults --${run.full ? ' --full' : ''} --only ${chosen.join(',')} --seed ${run.seed}${run.count === undefined ? '' : ` --count ${run.count}`}`,
);
const outcomes: Outcome[] = [];
for (const name of chosen) {
  const began = Date.now();
  const found = (await parts[name]?.(run)) ?? [];
  for (const outcome of found) outcome.seconds ||= (Date.now() - began) / 1000;
  outcomes.push(...found);
  console.log(`\n${table(found)}`);
  for (const outcome of found) for (const note of outcome.notes.slice(0, 20)) console.log(`  ${note}`);
}
const { passed, text } = verdict(outcomes);
console.log(`\n${table(outcomes)}\n\n${text}\nZaad ${run.seed}.`);
process.exit(passed ? 0 : 1);
