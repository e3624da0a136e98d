// Saves again and again until killed: `folder from size files last pid`. What is acknowledged goes to standard output, synchronously.
import crypto from 'node:crypto';
import { writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { renameSafely, writeFileSafely } from '../../main/library/atomic-write.ts';
import { appSave } from './app-save.ts';
import { versionText } from './judging.ts';

const [, , dir = '', from = '0', size = '2000', files = '1', last = '1000000', pid] = process.argv;
if (pid !== undefined) {
  // Temporary files get names that are known beforehand: 00000001, 00000002, …
  let made = 0;
  Object.defineProperty(process, 'pid', { value: Number(pid) });
  Object.assign(crypto, { randomBytes: () => Buffer.from(String(++made).padStart(8, '0'), 'hex') });
  syncBuiltinESMExports();
}
for (let n = Number(from); n < Number(last); n++) {
  const file = n % Number(files);
  writeSync(1, `begin ${file} ${n}\n`);
  await appSave(join(dir, `stuk-${file}.md`), versionText(n, Number(size)));
  writeSync(1, `klaar ${file} ${n}\n`);
  if (Number(files) === 1 || n % 7 !== 0) continue;
  await writeFileSafely(join(dir, `nieuw-${n}.md`), versionText(n, 500), { fresh: true });
  writeSync(1, `nieuw ${n}\n`);
  await renameSafely(join(dir, `nieuw-${n}.md`), join(dir, `naam-${n}.md`));
  writeSync(1, `naam ${n}\n`);
}
