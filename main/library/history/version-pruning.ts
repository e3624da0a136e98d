/** Something kept at a moment. */
interface Kept {
  /** ISO 8601. */
  at: string;
  name?: string | undefined;
}

const hour = 3600_000;
const day = 24 * hour;

/** How densely versions are kept: up to `age` old, one per `step`. Milliseconds. */
const rules: readonly { age: number; step: number }[] = [
  { age: 2 * day, step: 0 },
  { age: 14 * day, step: hour },
  { age: 90 * day, step: day },
  { age: 730 * day, step: 7 * day },
  { age: Infinity, step: 30 * day },
];

/**
 * Which versions stay: all of the last two days, then the newest of every hour (two weeks), day (three months), week (two years) and month.
 * Named ones and the newest of all always stay. Given and returned oldest first.
 */
export function keptVersions<T extends Kept>(versions: readonly T[], now: Date): T[] {
  const newestOf = new Map<string, T>();
  const always = new Set<T>(versions.filter((version) => version.name !== undefined));
  const last = versions.at(-1);
  if (last) always.add(last);
  for (const version of versions) {
    const moment = Date.parse(version.at);
    // A time that makes no sense says nothing about age; such a version stays.
    const rule = rules.find(({ age }) => now.getTime() - moment < age);
    if (!rule || rule.step === 0) always.add(version);
    else newestOf.set(`${rule.step} ${Math.floor(moment / rule.step)}`, version);
  }
  const stay = new Set([...always, ...newestOf.values()]);
  return versions.filter((version) => stay.has(version));
}
