import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';

const Question = z.object({ library: z.string().nullable() });
const Answer = z.object({ address: z.string().startsWith('http://127.0.0.1:').nullable() });

/** How long a program that runs already may take to answer, milliseconds. */
const patience = 1500;

/**
 * Asks the Oogst that runs already for this user whether it shows this kennismap (or, without one, whatever it shows). Gives a fresh address to open,
 * or undefined when there is none or it shows something else. Never fails.
 */
export async function askRunning(profile: string, library: string | undefined): Promise<string | undefined> {
  const place = placeFor(profile);
  if (place === undefined) return undefined;
  return new Promise((done) => {
    const socket = connect(place);
    let text = '';
    const over = (address?: string): void => {
      socket.destroy();
      done(address);
    };
    socket.setTimeout(patience, () => over());
    socket.on('error', () => over());
    socket.on('connect', () => socket.write(`${JSON.stringify({ library: library ?? null })}\n`));
    socket.on('data', (part: Buffer) => {
      text += part.toString('utf8');
      if (text.endsWith('\n')) over(read(text, Answer)?.address ?? undefined);
    });
    socket.on('close', () => over());
  });
}

/**
 * Answers later starts of the same user. `address` gives a fresh address when the asked kennismap is the one that is shown. A place that a program left
 * behind when it was killed is taken over. Gives the way to stop; undefined when there can be no such place here.
 */
export async function answerStarts(profile: string, address: (library: string | undefined) => string | undefined): Promise<(() => void) | undefined> {
  const place = placeFor(profile);
  if (place === undefined) return undefined;
  const server = createServer((socket) => {
    let text = '';
    socket.setTimeout(patience, () => socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.on('data', (part: Buffer) => {
      text += part.toString('utf8');
      if (text.length > 10_000) socket.destroy();
      if (!text.endsWith('\n')) return;
      const question = read(text, Question);
      socket.end(`${JSON.stringify({ address: (question && address(question.library ?? undefined)) ?? null })}\n`);
    });
  });
  await mkdir(profile, { recursive: true, mode: 0o700 }).catch(() => undefined);
  const listens = (await listen(server, place)) || ((await isLeft(place)) && (await listen(server, place)));
  if (!listens) return undefined;
  server.unref();
  return () => void server.close();
}

async function listen(server: Server, place: string): Promise<boolean> {
  return new Promise((done) => {
    server.once('error', () => done(false));
    server.listen(place, () => done(true));
  });
}

/** Clears a place where nobody answers any more; false when somebody does, who then keeps it. */
async function isLeft(place: string): Promise<boolean> {
  const answers = await new Promise<boolean>((done) => {
    const socket = connect(place, () => {
      socket.destroy();
      done(true);
    });
    socket.on('error', () => done(false));
  });
  if (answers) return false;
  return rm(place, { force: true }).then(
    () => true,
    () => false,
  );
}

/** A socket in the profile, where only this user comes; its name may not be longer than the system takes. */
function placeFor(profile: string): string | undefined {
  if (process.platform === 'win32') return `\\\\.\\pipe\\oogst-${createHash('sha256').update(profile).digest('hex').slice(0, 16)}`;
  const place = join(profile, 'oogst.sock');
  return Buffer.byteLength(place) < 100 ? place : undefined;
}

function read<T>(text: string, shape: z.ZodType<T>): T | undefined {
  try {
    return shape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
