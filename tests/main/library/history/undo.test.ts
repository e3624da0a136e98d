import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openServices } from '../../../helpers/open-services.ts';

const text = '---\nid: een\ntitel: Een praktijk # mooi\nsoort: praktijk\n---\n\n## Hoe\n\nWe bellen ouders.\n\n## Wat\n\nSamen.\n';
const one = { 'praktijken/een-praktijk.md': text, 'praktijken/een-praktijk.bijlagen/foto.png': 'x' };

async function opened(files: Record<string, string> = one) {
  const made = await openServices(files);
  const read = async (path = 'praktijken/een-praktijk.md'): Promise<string> => readFile(join(made.dir, path), 'utf8');
  return { ...made, read };
}

describe('taking back', () => {
  test('gives every earlier text back byte for byte, through fields, judgements, stages and text, and forward again', async () => {
    const { call, read } = await opened();
    const states = [await read()];
    const note = async (): Promise<void> => void states.push(await read());
    await call('entries.setFields', { id: 'een', fields: { organisatie: 'De Linde' } }).then(note);
    await call('entries.judge', { id: 'een', item: 'A1', verdict: 'ja' }).then(note);
    await call('entries.stage', { id: 'een', stage: 'weeg' }).then(note);
    const { revision, body } = await call('entries.read', { id: 'een' });
    await call('entries.saveBody', { id: 'een', basedOn: revision, body: `${body}\nErbij.\n` }).then(note);
    expect(await call('undo.state', {})).toMatchObject({ undo: { label: 'tekst', title: 'Een praktijk' } });
    for (const before of [...states].reverse().slice(1)) {
      await call('undo.back', {});
      expect(await read()).toBe(before);
    }
    await expect(call('undo.back', {})).rejects.toMatchObject({ code: 'history.nothing' });
    for (const after of states.slice(1)) {
      await call('undo.forward', {});
      expect(await read()).toBe(after);
    }
  });

  test('takes several saves of one sitting back as one', async () => {
    const { call, read } = await opened();
    for (const word of ['een', 'twee', 'drie']) {
      const { revision, body } = await call('entries.read', { id: 'een' });
      await call('entries.saveBody', { id: 'een', basedOn: revision, body: `${body}${word}\n` });
    }
    await call('undo.back', {});
    expect(await read()).toBe(text);
  });

  test('moves a renamed file back under its old name, id and attachments untouched', async () => {
    const { call, read } = await opened({ 'praktijken/een-praktijk.md': text });
    const renamed = await call('entries.rename', { id: 'een', title: 'Twee' });
    expect(renamed.path).toBe('praktijken/twee.md');
    await call('undo.back', {});
    expect(await read()).toBe(text);
    await call('undo.forward', {});
    expect(await read('praktijken/twee.md')).toContain('titel: Twee # mooi');
  });

  test('takes two steps back when it is asked twice at once', async () => {
    const { call, read } = await opened();
    await call('entries.judge', { id: 'een', item: 'A1', verdict: 'ja' });
    await call('entries.rename', { id: 'een', title: 'Twee' });
    const turned = await Promise.all([call('undo.back', {}), call('undo.back', {})]);
    expect(turned.map(({ label }) => label)).toEqual(['titel', 'oordeel']);
    expect(await read()).toBe(text);
  });

  test('removes what was made, and makes it again', async () => {
    const { call } = await opened({});
    const made = await call('entries.create', { kind: 'praktijk', title: 'Nieuw' });
    await call('undo.back', {});
    await expect(call('entries.read', { id: made.id })).rejects.toMatchObject({ code: 'entry.missing' });
    await call('undo.forward', {});
    expect((await call('entries.read', { id: made.id })).path).toBe(made.path);
  });

  test('keeps what another program changed elsewhere in the file meanwhile', async () => {
    const { call, dir, read } = await opened();
    await call('entries.setFields', { id: 'een', fields: { organisatie: 'De Linde' } });
    const path = join(dir, 'praktijken/een-praktijk.md');
    await writeFile(path, (await read()).replace('Samen.', 'Samen met ouders.'));
    await call('undo.back', {});
    expect(await read()).toBe(text.replace('Samen.', 'Samen met ouders.'));
  });

  test('refuses in Dutch, writing nothing, when the same place was changed meanwhile; what came before can still be taken back', async () => {
    const { call, dir, read } = await opened();
    await call('entries.judge', { id: 'een', item: 'A1', verdict: 'ja' });
    await call('entries.setFields', { id: 'een', fields: { organisatie: 'De Linde' } });
    const path = join(dir, 'praktijken/een-praktijk.md');
    const outside = (await read()).replace('De Linde', 'De Eik');
    await writeFile(path, outside);
    await expect(call('undo.back', {})).rejects.toMatchObject({
      code: 'entry.unsettled',
      message: expect.stringMatching(/eerdere versies/) as string,
    });
    expect(await read()).toBe(outside);
    await call('undo.back', {});
    expect(await read()).not.toContain('oordelen');
    expect(await read()).toContain('De Eik');
  });
});

describe('every save', () => {
  test('leaves a version that can be put back, and putting back can be taken back', async () => {
    const { call, read } = await opened();
    await call('entries.setFields', { id: 'een', fields: { organisatie: 'De Linde' } });
    const after = await read();
    const versions = await call('history.versions', { id: 'een' });
    expect(versions.map(({ why }) => why)).toEqual(['opgeslagen', 'gezien']);
    const { revision } = await call('entries.read', { id: 'een' });
    await call('history.restore', { id: 'een', revision: versions[1]?.revision ?? '', basedOn: revision });
    expect(await read()).toBe(text);
    await call('undo.back', {});
    expect(await read()).toBe(after);
  });

  test('keeps what another program wrote before it replaces it', async () => {
    const { call, dir } = await opened();
    const outside = text.replace('Samen.', 'Van buiten.');
    await writeFile(join(dir, 'praktijken/een-praktijk.md'), outside);
    await call('entries.setFields', { id: 'een', fields: { organisatie: 'De Linde' } });
    const versions = await call('history.versions', { id: 'een' });
    expect(versions.map(({ why }) => why)).toEqual(['opgeslagen', 'buiten']);
    expect((await call('history.version', { id: 'een', revision: versions[1]?.revision ?? '' })).text).toBe(outside);
  });

  test('of a field that was changed outside since the form was opened is refused with what stands there now', async () => {
    const { call, dir, read } = await opened();
    const path = join(dir, 'praktijken/een-praktijk.md');
    await writeFile(path, text.replace('soort: praktijk', 'soort: praktijk\norganisatie: De Eik'));
    const asked = call('entries.setFields', { id: 'een', fields: { organisatie: 'De Linde' }, was: { organisatie: null } });
    await expect(asked).rejects.toMatchObject({ code: 'entry.field-conflict', data: { key: 'organisatie', now: 'De Eik' } });
    expect(await read()).toContain('De Eik');
    await call('entries.setFields', { id: 'een', fields: { regio: ['Noord'] }, was: { regio: null } });
    expect(await read()).toContain('Noord');
  });
});
