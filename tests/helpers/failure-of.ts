import { expect } from 'vitest';
import { Failure } from '../../domain/api/failures.ts';

/** The failure with which something ends; anything else that it does is thrown. */
export async function failureOf(asked: Promise<unknown>): Promise<Failure> {
  const error: unknown = await asked.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Failure)) throw error;
  return error;
}

/** What every message to the user must be: a whole Dutch sentence that names what it is about, without a stack, a code of the system or a place in the code. */
export function expectPlain(failure: Failure, names: string): void {
  expect(failure.code).not.toBe('internal');
  expect(failure.message).toContain(names);
  expect(failure.message).toMatch(/^[“A-Z].*\.$/);
  expect(failure.message).not.toMatch(/\bE[A-Z]{3,}\b|\.(ts|js|mjs)\b|\n|\bat \w+ \(|undefined|\?\?/);
}
