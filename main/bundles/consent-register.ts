import { Failure } from '../../domain/api/failures.ts';
import { consentPath, consentsText, longestConsents, noConsents, readConsents, type Consent, type ConsentBook } from '../../domain/bundle/consent.ts';
import type { OpenLibrary } from '../library/open-library.ts';
import { SharedFile } from '../library/shared-file.ts';

/** The file with the register of consent. */
export const consentFile = (library: OpenLibrary): SharedFile<ConsentBook> =>
  new SharedFile<ConsentBook>(library, {
    path: consentPath,
    none: noConsents,
    longest: longestConsents,
    read: readConsents,
    write: consentsText,
    unusable: (reason) => new Failure('shared.unusable', { path: consentPath, reason }),
  });

/** The consents in the register; fails with `shared.unusable`, because a register that cannot be read is not an empty one. */
export async function readRegister(library: OpenLibrary): Promise<readonly Consent[]> {
  const { value, fault } = await consentFile(library).read();
  if (fault !== undefined) throw new Failure('shared.unusable', { path: consentPath, reason: fault });
  return value.consents;
}
