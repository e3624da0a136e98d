import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openServices } from '../../helpers/open-services.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

const shared = 'delen: openbaar\ntoestemming: nvt\n';
const files = {
  'p.md': `---\nid: p\nsoort: praktijk\ntitel: Praktijk\n${shared}geheimsleutel: zeldzaamwoord\n---\n\n## Waarom\n\nTekst over ouders.\n`,
  's.md': `---\nid: s\nsoort: sessie\ntitel: Studiedag\n${shared}---\n\n## Doel\n\nBel over leerling met BSN 111222333.\n`,
};

describe('a session that holds what the gate stops', () => {
  test.each([[['p']], [['p', 's']]])('does not go along with %s', async (ids) => {
    const { call } = await openServices(files);
    const out = join(await temporaryFolder(), 'b.zip');
    const report = await call('bundles.export', { ids, out, title: 'Dag', audience: 'openbaar', session: 's' });
    expect(report.leftOut).toMatchObject([{ id: 's', reason: 'poort' }]);
    expect((await readFile(out)).toString('latin1')).not.toContain('sessie/s');
  });

  test('holds the bundle back when that is asked', async () => {
    const { call } = await openServices(files);
    const out = join(await temporaryFolder(), 'b.zip');
    await expect(
      call('bundles.export', { ids: ['p'], out, title: 'Dag', audience: 'openbaar', session: 's', blocked: 'refuse' }),
    ).rejects.toMatchObject({ code: 'bundle.blocked' });
  });

  test('is looked at beside the chosen write-ups', async () => {
    const { call } = await openServices(files);
    expect((await call('bundles.gate', { ids: ['p'], audience: 'openbaar' })).blocking).toBe(0);
    expect((await call('bundles.gate', { ids: ['p'], audience: 'openbaar', session: 's' })).blocking).toBeGreaterThan(0);
  });
});
