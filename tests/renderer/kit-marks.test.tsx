// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { PartMeter } from '../../renderer/kit/part-meter.tsx';
import { Seeds, StageBadge } from '../../renderer/kit/seeds.tsx';
import { SevenDots, VerdictIcon } from '../../renderer/kit/verdict.tsx';
import { Wheel, seedWorth } from '../../renderer/kit/wheel.tsx';

afterEach(cleanup);

const stages = (counts: readonly number[]) =>
  counts.map((count, index) => ({
    key: `f${index}`,
    number: index + 1,
    name: `Fase ${index}`,
    count,
    href: `#/fase-${index}`,
    spoken: `${index + 1} Fase ${index} ${count} praktijken`,
  }));

const wheel = (counts: readonly number[]) =>
  render(<Wheel stages={stages(counts)} label="Cyclus" hub={{ count: '9', word: 'praktijken' }} />).container;

describe('the wheel', () => {
  it('has a link per stage that says its number, name and count', () => {
    wheel([6, 9, 13, 14, 12, 10]);
    const links = screen.getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([0, 1, 2, 3, 4, 5].map((n) => `#/fase-${n}`));
    expect(links[2]?.getAttribute('aria-label')).toBe('3 Fase 2 13 praktijken');
  });

  it('draws one seed for every practice as long as they fit', () => {
    const counts = [0, 1, 4, 7, 12, 18];
    const drawn = [...wheel(counts).querySelectorAll('.dots')].map((dots) => dots.childElementCount);
    expect(drawn).toEqual(counts);
  });

  it('gives every seed a place of its own', () => {
    const places = [...wheel([18, 18, 18, 18, 18, 18]).querySelectorAll('.dots path')].map((path) => path.getAttribute('transform'));
    expect(new Set(places).size).toBe(108);
  });

  it('lets a seed stand for 5 or 10 practices when there are more', () => {
    expect([18, 19, 90, 91, 180].map((most) => seedWorth([0, 0, most, 3, 1, 2]))).toEqual([1, 5, 5, 10, 10]);
    expect(wheel([19, 0, 0, 0, 0, 0]).querySelector('.dots')?.childElementCount).toBe(4);
  });

  it('draws a cycle of four or nine stages as well', () => {
    for (const count of [4, 9]) {
      const sectors = [...wheel(Array.from({ length: count }, () => 5)).querySelectorAll('.sector')];
      expect(sectors).toHaveLength(count);
      expect(sectors.every((sector) => !/NaN/.test(sector.getAttribute('d') ?? 'NaN'))).toBe(true);
      cleanup();
    }
  });
});

describe('seeds', () => {
  it('fill the one that stands for the stage, and none when there is no stage', () => {
    const filled = (stage: number): number =>
      [...render(<Seeds stage={stage} />).container.querySelectorAll('path')].findIndex((path) => path.classList.contains('on'));
    expect([1, 4, 6, 0].map(filled)).toEqual([0, 3, 5, -1]);
  });

  it('stand beside the number and the name', () => {
    expect(render(<StageBadge stage={4} name="Verspreid" />).container.textContent).toBe('4 Verspreid');
  });
});

describe('judgements', () => {
  it('have a name each, also when nobody judged', () => {
    const names = (['ja', 'deels', 'nee', 'niet-te-beoordelen', undefined] as const).map((verdict) => {
      const { container } = render(<VerdictIcon verdict={verdict} />);
      return container.querySelector('svg')?.getAttribute('aria-label');
    });
    expect(names).toEqual(['ja', 'deels', 'nee', 'niet te beoordelen', 'nog geen oordeel']);
  });

  it('are counted as ja only', () => {
    render(<SevenDots items={['k.A1', 'k.A2', 'k.A3', 'k.A4']} verdicts={{ 'k.A1': 'ja', 'k.A2': 'deels', 'k.A3': 'ja' }} />);
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe('2 van 4 ja');
  });
});

it('the part meter says the state of every part', () => {
  const part = (id: string, state: 'vol' | 'dun' | 'ontbreekt') => ({ id, heading: id, state, words: 0 });
  const { container } = render(<PartMeter parts={[part('Waarom', 'vol'), part('Hoe', 'dun'), part('Wat', 'ontbreekt')]} />);
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe('Waarom vol, Hoe dun, Wat ontbreekt');
  expect([...container.querySelectorAll('rect')].map((rect) => rect.getAttribute('class'))).toEqual(['full', null, 'thin', 'gone']);
});
