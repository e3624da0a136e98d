import { randomBytes } from 'node:crypto';
import type { CustomScheme } from 'electron';
import { readPageFile, segmentsOf } from '../page-files.ts';
import { contentPolicy, picturePolicy, quietHeaders, withNonce } from '../security-policy.ts';

/** Where the pages of the app seem to come from. */
export const appOrigin = 'app://oogst';

/** To be registered before Electron is ready. */
export const appScheme: CustomScheme = { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } };

export interface AppFiles {
  /** Folder with the built window. */
  window: string;
  /** A picture out of the open kennismap, by its path from the root. */
  picture(path: string): Promise<{ bytes: Uint8Array; type: string } | undefined>;
}

/** Answers a request of the window: a file of the app or a picture of the kennismap, with the same policy as in the browser shell. */
export async function answerApp(address: string, files: AppFiles): Promise<Response> {
  // The text itself is cut: `URL` would fold `..` away before it can be refused.
  const segments = address.startsWith(`${appOrigin}/`) ? segmentsOf(address.slice(appOrigin.length)) : undefined;
  if (!segments) return empty(400);
  if (segments[0] === 'files') return answer(await files.picture(segments.slice(1).join('/')), picturePolicy);
  const file = await readPageFile(files.window, segments);
  if (!file?.type.startsWith('text/html')) return answer(file, "default-src 'none'");
  const nonce = randomBytes(18).toString('base64');
  const page = withNonce(Buffer.from(file.bytes).toString('utf8'), nonce);
  return answer({ ...file, bytes: Buffer.from(page, 'utf8') }, contentPolicy(nonce));
}

function answer(file: { bytes: Uint8Array; type: string } | undefined, policy: string): Response {
  if (!file) return empty(404);
  return new Response(new Uint8Array(file.bytes), { headers: { ...quietHeaders, 'Content-Security-Policy': policy, 'Content-Type': file.type } });
}

const empty = (status: number): Response => new Response(null, { status, headers: { ...quietHeaders } });
