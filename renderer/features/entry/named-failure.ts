import { Failure } from '../../../domain/api/failures.ts';
import { asFailure } from '../../data/use-call.ts';

/** What was caught while a write-up was saved. When its file is gone that is said with its title: who writes does not know it by its id. */
export function namedFailure(error: unknown, title: string): Failure {
  const failure = asFailure(error);
  return failure.code === 'entry.missing' ? new Failure('entry.missing', { id: title }) : failure;
}
