import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentAuthor, pdfAuthor } from '../../../main/bundles/document-author.ts';
import { pictureData, withoutMetadata } from '../../../main/bundles/picture-data.ts';
import { writeZip } from '../../../main/bundles/zip-file.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/** EXIF of a telephone: make, orientation 6, artist, a place. */
function exif(): Buffer {
  const tiff = Buffer.alloc(140);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(4, 8);
  const tag = (n: number, id: number, type: number, count: number, value: number): void => {
    tiff.writeUInt16LE(id, 10 + n * 12);
    tiff.writeUInt16LE(type, 12 + n * 12);
    tiff.writeUInt32LE(count, 14 + n * 12);
    tiff.writeUInt32LE(value, 18 + n * 12);
  };
  tag(0, 0x010f, 2, 6, 80);
  tag(1, 0x0112, 3, 1, 6);
  tag(2, 0x013b, 2, 10, 90);
  tag(3, 0x8825, 4, 1, 110);
  tiff.write('Nokia\0', 80, 'latin1');
  tiff.write('Jan Smits\0', 90, 'latin1');
  tiff.writeUInt16LE(1, 110);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

const picture = Buffer.concat([segment(0xdb, Buffer.alloc(65, 1)), segment(0xda, Buffer.from([1, 2, 3])), Buffer.from([9, 8, 7, 0xff, 0xd9])]);
const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
  segment(0xe1, exif()),
  segment(0xed, Buffer.from('Photoshop 3.0\0')),
  segment(0xfe, Buffer.from('genomen bij Sanne')),
  picture,
]);

const chunk = (type: string, content: Buffer): Buffer => {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, check]);
};
const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const [ihdr, idat, iend] = [chunk('IHDR', Buffer.alloc(13)), chunk('IDAT', Buffer.from('beeld')), chunk('IEND', Buffer.alloc(0))];
const png = Buffer.concat([
  start,
  ihdr,
  chunk('tEXt', Buffer.from('Author\0Fatima')),
  chunk('iTXt', Buffer.from('Comment\0\0\0\0\0lokaal 3')),
  idat,
  iend,
]);

describe('data in a picture', () => {
  test('are read from a JPEG: place, maker, camera and remark', () => {
    expect(pictureData(jpeg)).toMatchObject({ place: true, author: 'Jan Smits', camera: 'Nokia' });
    expect(pictureData(jpeg)?.text).toBe('genomen bij Sanne');
  });

  test('go from a JPEG, but the picture and how it is turned stay', () => {
    const bare = Buffer.from(withoutMetadata(jpeg));
    expect(pictureData(bare)).toBeUndefined();
    expect(bare.toString('latin1')).not.toMatch(/Nokia|Smits|Sanne|Photoshop/);
    expect(bare.subarray(2, 4)).toEqual(Buffer.from([0xff, 0xe0]));
    expect(bare.subarray(-picture.length)).toEqual(picture);
    expect(bare.includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))).toBe(true);
    expect(Buffer.from(withoutMetadata(bare))).toEqual(bare);
  });

  test('are read from a PNG and go from it, chunk by chunk', () => {
    expect(pictureData(png)).toMatchObject({ author: 'Fatima' });
    expect(Buffer.from(withoutMetadata(png))).toEqual(Buffer.concat([start, ihdr, idat, iend]));
  });

  test('never make reading fail, however the file is broken', () => {
    const broken = fc.tuple(fc.constantFrom(jpeg, png), fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 12 }), fc.nat(400));
    fc.assert(
      fc.property(broken, ([file, changes, cut]) => {
        const bytes = Buffer.from(file.subarray(0, file.length - (cut % file.length)));
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        pictureData(bytes);
        withoutMetadata(bytes);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the maker of a document', () => {
  test('is read from a Word file', async () => {
    const dir = await temporaryFolder();
    const path = join(dir, 'verslag.docx');
    const core = '<cp:coreProperties><dc:creator>J. &amp; P. Smits</dc:creator><cp:lastModifiedBy>Sanne</cp:lastModifiedBy></cp:coreProperties>';
    await writeZip(path, [{ path: 'docProps/core.xml', read: () => Promise.resolve(Buffer.from(core)) }], {
      made: new Date(0),
      replace: false,
      added: () => Promise.resolve(),
    });
    expect(await documentAuthor(path, () => Promise.reject(new Error('not asked')))).toBe('J. & P. Smits, Sanne');
    await writeFile(path, 'geen zip');
    expect(await documentAuthor(path, () => Promise.reject(new Error('not asked')))).toBeUndefined();
  });

  test.each([
    ['/Author (Jan \\(IB\\) Smits)', 'Jan (IB) Smits'],
    ['/Author <FEFF005A006F00EB>', 'Zoë'],
    ['/Author (\\376\\377\\000Z\\000o\\000\\353)', 'Zoë'],
    ['/Title (Zonder)', undefined],
  ])('is read from a PDF: %s', (info, author) => {
    expect(pdfAuthor(Buffer.from(`%PDF-1.7\n1 0 obj << ${info} >> endobj`, 'latin1'))).toBe(author);
  });
});
