// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { ElementNode, TextNode } from '../../domain/api/contract.ts';
import { SafeText } from '../../renderer/kit/safe-text.tsx';

const text = (value: string): TextNode => ({ type: 'text', value });
const element = (tag: string, props: ElementNode['props'] = {}, ...children: ElementNode['children']): ElementNode => ({
  type: 'element',
  tag,
  props,
  children,
});
const draw = (...nodes: (ElementNode | TextNode)[]): HTMLElement => render(<SafeText nodes={nodes} hrefOf={(id) => `#/stuk/${id}`} />).container;

it('draws only what is in an element that is not on the list', () => {
  const drawn = draw(
    element('iframe', { src: 'https://ver.nl' }, text('binnenin')),
    element('script', {}, text('alert(1)')),
    element('style', {}, text('x')),
  );
  expect(drawn.querySelectorAll('iframe, script, style')).toHaveLength(0);
  expect(drawn.textContent).toContain('binnenin');
});

it('leaves out attributes that are not on the list', () => {
  const paragraph = draw(element('p', { onClick: 'alert(1)', style: 'color:red', className: 'app', id: 'tekst-a' }, text('tekst'))).querySelector(
    'p',
  );
  expect(paragraph?.getAttributeNames()).toEqual(['id']);
});

it.each(['javascript:alert(1)', 'data:text/html,x', ' javascript:alert(1)', 'file:///etc/passwd', '//ver.nl/x'])('makes no link of %s', (href) => {
  expect(draw(element('a', { href }, text('klik'))).querySelectorAll('a')).toHaveLength(0);
});

it('X4: offers a picture of the web as a link that shows the host first, and fetches nothing', async () => {
  const drawn = draw(element('img', { src: 'https://ver.nl/x.png', alt: 'een schema' }));
  expect(drawn.querySelectorAll('img')).toHaveLength(0);
  await userEvent.setup().click(screen.getByRole('link', { name: 'Afbeelding van internet, niet opgehaald: een schema' }));
  expect(screen.getByRole('dialog').textContent).toContain('Je gaat naar ver.nl.');
});

it('X4: makes no link within a link of a picture of the web', () => {
  const drawn = draw(element('a', { href: 'https://dichtbij.nl' }, element('img', { src: 'https://ver.nl/x.png', alt: 'een schema' })));
  expect(drawn.querySelectorAll('a')).toHaveLength(1);
  expect(drawn.textContent).toBe('Afbeelding van internet, niet opgehaald: een schema');
});

it.each(['//ver.nl/x.png', 'files/../../geheim.png', '/etc/x.png', 'data:image/png;base64,AA'])(
  'shows the description instead of the picture %s',
  (src) => {
    const drawn = draw(element('img', { src, alt: 'een schema' }));
    expect(drawn.querySelectorAll('img')).toHaveLength(0);
    expect(drawn.textContent).toBe('Afbeelding: een schema');
  },
);

it('shows a picture of the kennismap', () => {
  expect(
    draw(element('img', { src: 'files/praktijken/x.bijlagen/plan.png', alt: 'plan' }))
      .querySelector('img')
      ?.getAttribute('src'),
  ).toBe('/files/praktijken/x.bijlagen/plan.png');
});

it('marks the found words inside other elements', () => {
  const drawn = render(
    <SafeText
      nodes={[element('p', {}, text('Veel '), element('strong', {}, text('ouders')))]}
      hrefOf={String}
      marksIn={(value) => (value === 'ouders' ? [[0, 6]] : [])}
    />,
  ).container;
  expect(drawn.querySelector('strong mark')?.textContent).toBe('ouders');
});

it('stays where it is when a link points at a note in the same text', async () => {
  window.location.hash = '#/stuk/a';
  draw(element('a', { href: '#tekst-fn-1', ariaLabel: 'noot 1' }, text('1')));
  await userEvent.setup().click(screen.getByRole('button', { name: 'noot 1' }));
  expect(window.location.hash).toBe('#/stuk/a');
});
