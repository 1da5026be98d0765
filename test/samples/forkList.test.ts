import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forkListSchema } from '../../scripts/samples/ForkList';

const FOLDER = join(__dirname, '../../assets/samples');
const lists = readdirSync(FOLDER).filter((name) => name.endsWith('.forks.json'));

describe('the lists of planted forks', () => {
  it('stand beside all three shadow copies', () => {
    expect(lists).toHaveLength(3);
  });

  it.each(lists)('%s is well formed, names files that are there, and moves a headline', (name) => {
    const list = forkListSchema.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')));
    expect(readdirSync(FOLDER)).toEqual(expect.arrayContaining([list.official, list.local]));
    expect(list.headlines).toHaveLength(12);
    expect(list.headlines.filter(({ official, local }) => official !== local).length).toBeGreaterThan(5);
  });

  it('plant, between them, every fork such teams really make', () => {
    const kinds = lists.flatMap((name) => {
      const list = forkListSchema.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')));
      return list.forks.flatMap((fork) => fork.differences.map((difference) => difference.kind));
    });
    expect([...new Set(kinds)].sort()).toEqual([
      'column',
      'definition',
      'format',
      'formula',
      'hardcoded',
      'name',
      'note',
      'row',
      'sheet',
      'unit',
      'value',
    ]);
  });
});
