import { randomBytes } from 'node:crypto';
import type { FaultLog } from '../../domain/api/link.ts';

/** Writes an unexpected error to standard error with a short reference; only the reference reaches the user. */
export const faultLog: FaultLog = (error, method) => {
  const reference = randomBytes(3).toString('hex');
  console.error(`[oogst ${reference}] ${method}:`, error instanceof Error ? (error.stack ?? error.message) : error);
  return reference;
};
