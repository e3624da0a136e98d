import { Failure } from '../../domain/api/failures.ts';

const reasons: Record<string, string> = {
  EACCES: 'geen toegang',
  EPERM: 'het systeem staat het niet toe',
  EROFS: 'de plek is alleen-lezen',
  EBUSY: 'een ander programma houdt het bestand vast',
  EIO: 'de schijf gaf een fout',
  ENOSPC: 'de schijf is vol',
  EDQUOT: 'de ruimte die je hebt is op',
  EFBIG: 'het bestand is te groot voor deze schijf',
  EINTR: 'het systeem brak het af',
  ENAMETOOLONG: 'de naam of het pad is te lang',
  ELOOP: 'koppelingen verwijzen in een kring',
  EMFILE: 'er staan te veel bestanden open',
  ENOENT: 'het bestand of de map is er niet',
  ENOTDIR: 'een deel van het pad is geen map',
  EEXIST: 'er staat al iets met die naam',
  EISDIR: 'het is een map',
  ETIMEDOUT: 'het netwerk antwoordt niet',
  EINVAL: 'zo mag een naam hier niet zijn',
  ERR_INVALID_ARG_VALUE: 'zo mag een naam niet zijn',
};

/** The error code Node gives (`ENOSPC`), or an empty text. */
export const errorCode = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '');

/** Why something on disk failed, in a few Dutch words and without a path. */
export const diskReason = (error: unknown): string => reasons[errorCode(error)] ?? (errorCode(error) || 'onbekende fout');

/** Turns an error of the file system into a failure the user can act on; other failures pass unchanged. */
export function diskFailure(error: unknown, path: string): Failure {
  // Where the writing was refused only the full path was known; the user knows the file by the name given here.
  if (error instanceof Failure) return error.code === 'entry.unwritable' ? new Failure(error.code, { ...error.data, path }) : error;
  const code = errorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return new Failure('disk.full', { path });
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return new Failure('entry.unwritable', { path, reason: diskReason(error) });
  return new Failure('disk.failed', { path, reason: diskReason(error) });
}

/** Whether a process lives; one of another user does too. */
export function isAlive(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
