import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyOf } from '../../../domain/entries/file-text.ts';
import { bareCopy, withoutComments } from '../../../domain/bundle/bare-copy.ts';

const text = `---
id: p1
titel: Koffie bij de poort
eigenaar: teamleider # per 1 mei iemand anders
geheime_code: 42
# vragen aan de directie
fasehistorie:
  - fase: weeg
    sinds: 2026-01-01
    toelichting: Na ruzie in het team.
oordelen:
  - item: A1
    oordeel: ja
    onderbouwing: Zei Jan in het gesprek.
    door: Jan
    op: '2026-01-02'
---

## Waarom

Tekst <!-- nog bellen met moeder --> verder.

<!--
hele blok
-->

%% voor mij %%

\`\`\`
<!-- hoort bij de code -->
\`\`\`
`;
const fields = {
  eigenaar: 'teamleider',
  geheime_code: 42,
  fasehistorie: [{ fase: 'weeg', sinds: '2026-01-01', toelichting: 'Na ruzie in het team.' }],
  oordelen: [{ item: 'A1', oordeel: 'ja', onderbouwing: 'Zei Jan in het gesprek.', door: 'Jan', op: '2026-01-02' }],
};

describe('a write-up for outside the house', () => {
  it('loses comments, unknown keys and who said what, and keeps the rest as written', () => {
    const bare = bareCopy(text, { fields, unknown: ['geheime_code'], changed: {}, body: withoutComments(bodyOf(text)) });
    expect(bare).not.toMatch(/moeder|hele blok|voor mij|geheime_code|teamleider|Jan|1 mei|ruzie|vragen aan/);
    expect(bare).toContain('titel: Koffie bij de poort');
    expect(bare).toContain('oordeel: ja');
    expect(bare).toContain("op: '2026-01-02'");
    expect(bare).toContain('Tekst  verder.');
    expect(bare).toContain('<!-- hoort bij de code -->');
  });

  it('is the same text when there is nothing to take out', () => {
    const plain = '---\r\nid: p1\r\ntitel: A\r\n---\r\n\r\n## Waarom\r\n\r\nTekst met 100%  en `%%`.\r\n';
    expect(bareCopy(plain, { fields: { titel: 'A' }, unknown: [], changed: {}, body: bodyOf(plain) })).toBe(plain);
  });

  it('holds no comment afterwards, whatever was written', () => {
    const piece = fc.constantFrom('<!--', '-->', '%%', 'woord ', '\n', '`', '``', ' ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const secret = withoutComments(`voor\n\n<!-- geheim -->\n\n%% geheim %%\n\n${pieces.join('')}`);
        expect(secret).not.toContain('geheim');
        expect(secret.startsWith('voor')).toBe(true);
      }),
    );
  });
});
