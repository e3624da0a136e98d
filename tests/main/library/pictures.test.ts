import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openServices } from '../../helpers/open-services.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const head = '---\nid: plek\nsoort: praktijk\ntitel: Plek # kort\n---\n';
const files = { 'praktijken/Mijn plek.md': `${head}\nTekst.\n` };
const own = { rights: 'eigen', maker: 'de intern begeleider', persons: true } as const;
const data = png.toString('base64');
const folder = 'praktijken/Mijn plek.bijlagen';

describe('a picture', () => {
  test('lands beside the write-up under a safe name, with what is known of it in the header and nothing else changed', async () => {
    const { call, dir } = await openServices(files);
    const { address } = await call('pictures.add', { id: 'plek', name: '../..\\Foto (1) é.JPG', data, about: own });
    expect(address).toBe('Mijn%20plek.bijlagen/foto-1-e.png');
    expect(await readFile(join(dir, folder, 'foto-1-e.png'))).toEqual(png);
    const text = await readFile(join(dir, 'praktijken/Mijn plek.md'), 'utf8');
    expect(text).toBe(
      '---\nid: plek\nsoort: praktijk\ntitel: Plek # kort\nafbeeldingen:\n  - bestand: Mijn plek.bijlagen/foto-1-e.png\n    rechten: eigen\n    maker: de intern begeleider\n    personen: true\n---\n\nTekst.\n',
    );
    const { problemList } = await call('entries.read', { id: 'plek' });
    expect(problemList).toEqual([]);
  });

  test('never takes the place of another file', async () => {
    const { call, dir } = await openServices({ ...files, [`${folder}/foto.png`]: 'van een ander' });
    const first = await call('pictures.add', { id: 'plek', name: 'foto.png', data, about: { rights: 'vrij' } });
    const second = await call('pictures.add', { id: 'plek', name: 'Foto.png', data, about: { rights: 'vrij' } });
    expect([first.address, second.address]).toEqual(['Mijn%20plek.bijlagen/foto-2.png', 'Mijn%20plek.bijlagen/foto-3.png']);
    expect(await readFile(join(dir, folder, 'foto.png'), 'utf8')).toBe('van een ander');
  });

  test('is refused when it is something else than its name says, or too large, and leaves nothing behind', async () => {
    const { call, dir } = await openServices(files);
    const page = Buffer.from('<svg onload="alert(1)"/>').toString('base64');
    await expect(call('pictures.add', { id: 'plek', name: 'foto.png', data: page, about: own })).rejects.toThrow(/geen plaatje dat Oogst kent/);
    const large = Buffer.concat([png, Buffer.alloc(15 * 1024 * 1024)]).toString('base64');
    await expect(call('pictures.add', { id: 'plek', name: 'foto.png', data: large, about: own })).rejects.toThrow(/groter dan 15 MB/);
    expect(await readdir(join(dir, 'praktijken'))).toEqual(['Mijn plek.md']);
  });

  test('is not left behind when the header cannot take what is known of it', async () => {
    const { call, dir } = await openServices({ 'a.md': '---\nid: a\nafbeeldingen: geen\n---\nTekst\n' });
    await expect(call('pictures.add', { id: 'a', name: 'foto.png', data, about: own })).rejects.toThrow(/afbeeldingen/);
    expect(await readdir(join(dir, 'a.bijlagen'))).toEqual([]);
  });

  test('is not written through a link to another place', async () => {
    const outside = await temporaryFolder();
    const { call, dir } = await openServices(files);
    await mkdir(outside, { recursive: true });
    await symlink(outside, join(dir, folder));
    await expect(call('pictures.add', { id: 'plek', name: 'foto.png', data, about: own })).rejects.toThrow(/koppeling naar een andere plek/);
    expect(await readdir(outside)).toEqual([]);
  });

  test('can be described afterwards: its record changes, what others wrote in it stays', async () => {
    const listed = 'afbeeldingen:\n  - bestand: b.png # van de schoolgids\n    rechten: onbekend\n    jaar: 2024\n';
    const { call, dir } = await openServices({ 'a.md': `---\nid: a\n${listed}---\nTekst\n` });
    await writeFile(join(dir, 'b.png'), png);
    await call('pictures.describe', { id: 'a', address: 'b.png', about: { rights: 'toestemming', persons: false } });
    const { fields } = await call('entries.read', { id: 'a' });
    expect(fields['afbeeldingen']).toEqual([{ bestand: 'b.png', jaar: 2024, rechten: 'toestemming', personen: false }]);
  });
});
