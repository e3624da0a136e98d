import { child, finish, inParallel, type Run } from './ground.ts';
import { emptyOutcome, type Outcome } from './judging.ts';

interface Report {
  runs: number;
  failed: boolean;
  path: string | null;
  example: unknown;
  error: string;
  edited: number;
  refused: number;
}

/** Reads, edits and writes back generated front matter and bodies, in several processes. */
export async function texts({ full, seed }: Run): Promise<Outcome[]> {
  const outcome = emptyOutcome('7 gegenereerde koppen en teksten');
  const lot = full ? 25_000 : 5_000;
  const lots = Array.from({ length: (full ? 1_000_000 : 50_000) / lot }, (_, i) => seed + i);
  let [edited, refused] = [0, 0];
  await inParallel(lots, 3, async (own) => {
    const ran = await finish(process.execPath, [child('text'), String(own), String(lot)]);
    if (ran.code !== 0 || ran.out === '') {
      outcome.other++;
      outcome.notes.push(`gestopt bij zaad ${own}: ${ran.err.slice(0, 300)}`);
      return;
    }
    const report = JSON.parse(ran.out) as Report;
    outcome.cases += report.runs;
    edited += report.edited;
    refused += report.refused;
    if (!report.failed) return;
    outcome.other++;
    outcome.notes.push(`zaad ${own}: ${report.error} bij ${JSON.stringify(report.example)}`);
  });
  outcome.notes.push(`zaden ${lots[0]} tot en met ${lots.at(-1)}; ${edited} keer een veld gezet, ${refused} keer geweigerd zonder iets te raken`);
  return [outcome];
}
