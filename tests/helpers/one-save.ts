import { writeFileSafely } from '../../main/library/atomic-write.ts';

// A program of its own, so that a test can let somebody else run it.
const [, , file = '', text = ''] = process.argv;
await writeFileSafely(file, text).then(
  () => process.stdout.write('opgeslagen'),
  (error: unknown) => process.stdout.write(String(error)),
);
