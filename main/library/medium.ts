import { readFile, statfs } from 'node:fs/promises';

/**
 * Kinds of disk, by the number Linux gives them, on which what was written is not always what stands there: network shares, file systems of other
 * programs, and those of sticks and cards.
 */
const doubtful = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xff534d42, // CIFS
  0xfe534d42, // SMB 2 and 3
  0x65735546, // FUSE: sshfs, rclone, sync clients
  0x01021997, // 9P, a folder of the host of a virtual machine
  0x00c36400, // Ceph
  0x5346414f, // AFS
  0x47504653, // GPFS
  0x4d44, // FAT
  0x2011bab0, // exFAT
  0x5346544e, // NTFS
  0x7366746e, // NTFS 3
]);

/** Whether what is written in a folder is better read back; a disk that does not say what it is counts. */
export async function isDoubtful(folder: string): Promise<boolean> {
  // Windows and macOS tell no kind; there the path says it.
  if (process.platform === 'win32') return folder.startsWith('\\\\');
  if (process.platform === 'darwin') return folder.startsWith('/Volumes/');
  try {
    return isDoubtfulKind((await statfs(folder)).type);
  } catch {
    return true;
  }
}

/** Whether a kind of disk is doubted; the number may come as a signed one. */
export const isDoubtfulKind = (kind: number): boolean => doubtful.has(kind >>> 0);

/** Reads back what was written and fails with `EIO` when it is something else. */
export async function readBack(path: string, bytes: Uint8Array): Promise<void> {
  const found = await readFile(path);
  if (!found.equals(bytes)) throw Object.assign(new Error('the disk gave back something else than was written'), { code: 'EIO' });
}
