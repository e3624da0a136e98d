import { Failure } from '../../domain/api/failures.ts';
import type { Client } from '../../domain/api/link.ts';

/**
 * Opens the kennismap to begin with: the one that was asked for (made when missing), else the one that was open last. Fails only when the one
 * that was asked for cannot be opened; without any the first screen is shown.
 */
export async function openFirst(call: Client['call'], asked: string | undefined): Promise<void> {
  if (asked !== undefined) {
    await call('library.open', { dir: asked, create: true });
    return;
  }
  const [last] = (await call('settings.read', {})).recent;
  if (!last) return;
  await call('library.open', { dir: last.dir }).catch((error: unknown) => {
    if (!(error instanceof Failure)) throw error;
  });
}
