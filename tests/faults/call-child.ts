// One operation, with names that are known beforehand, so that strace can aim at its calls alone: `operation folder pid`.
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { failureSentence } from '../../domain/api/failures.ts';
import { renameSafely, writeFileSafely } from '../../main/library/atomic-write.ts';
import { diskFailure } from '../../main/library/disk-failure.ts';
import { openSettings } from '../../main/settings/settings.ts';
import { appSave } from './app-save.ts';
import { versionText } from './judging.ts';

const [, , operation = '', dir = '', pid = '1'] = process.argv;
Object.defineProperty(process, 'pid', { value: Number(pid) });
// Temporary files get names that are known beforehand: 00000001, 00000002.
let made = 0;
Object.assign(crypto, { randomBytes: () => Buffer.from(String(++made).padStart(8, '0'), 'hex') });
syncBuiltinESMExports();

const file = join(dir, 'stuk.md');
const settings = async (): Promise<void> => {
  let said = '';
  const store = await openSettings(dir, {
    emit: (name, payload) => void (name === 'notice' && (said = JSON.stringify(payload))),
    clock: () => new Date(),
  });
  await store.change((s) => ({ ...s, judge: 'nieuwe rol' }));
  if (said !== '') throw new Error(said);
};
const operations: Record<string, () => Promise<void>> = {
  save: () => appSave(file, versionText(2, 3000)),
  fresh: () => writeFileSafely(join(dir, 'nieuw.md'), versionText(2, 3000), { fresh: true }),
  rename: () => renameSafely(file, join(dir, 'naam.md')),
  settings,
};
try {
  await operations[operation]?.();
  writeSync(1, 'klaar');
} catch (error) {
  const failure = operation === 'settings' && error instanceof Error ? error.message : diskFailure(error, 'stuk.md');
  writeSync(1, `mislukt ${typeof failure === 'string' ? failure : failureSentence(failure.code, failure.data)}`);
}
