/** Chance that comes out the same every time, so that two runs measure the same thing. */
export interface Chance {
  /** 0 up to 1. */
  next(): number;
  /** A whole number below `n`. */
  below(n: number): number;
  pick<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
  /** Around 0, standard deviation 1. */
  bell(): number;
}

export function seeded(seed: number): Chance {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    next,
    below,
    pick: (list) => list[below(list.length)]!,
    shuffled: (list) => {
      const out = [...list];
      for (let i = out.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [out[i], out[j]] = [out[j]!, out[i]!];
      }
      return out;
    },
    bell: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** The half a name falls in, whatever else is in the list: what was tuned on never moves to the half that judges. */
export function halfOf(name: string): 'afstellen' | 'achtergehouden' {
  let hash = 2166136261 ^ 20261123;
  for (const sign of name) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16777619);
  hash ^= hash >>> 15;
  return (hash & 1) === 0 ? 'afstellen' : 'achtergehouden';
}

const beside: Record<string, string> = {
  ...{ a: 'qwsz', b: 'vghn', c: 'xdfv', d: 'serfcx', e: 'wsdr', f: 'drtgvc', g: 'ftyhbv', h: 'gyujnb', i: 'ujko', j: 'huikmn', k: 'jiolm' },
  ...{ l: 'kop', m: 'njk', n: 'bhjm', o: 'iklp', p: 'ol', q: 'wa', r: 'edft', s: 'awedxz', t: 'rfgy', u: 'yhji', v: 'cfgb', w: 'qase' },
  ...{ x: 'zsdc', y: 'tghu', z: 'asx' },
};

/** One slip of the fingers: two letters swapped, one left out, one doubled, or the key beside it. Rarely in the first letter, as people do. */
export function typo(word: string, chance: Chance): string {
  const at = chance.next() < 0.08 ? 0 : 1 + chance.below(word.length - 1);
  const [before, sign, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
  const kind = chance.below(4);
  if (kind === 0 && after !== '') return before + after[0] + sign + after.slice(1);
  if (kind === 1) return before + after;
  if (kind === 2) return before + sign + sign + after;
  return before + chance.pick([...(beside[sign] ?? 'e')]) + after;
}
