import { sheetHeading } from '../../src/cli/sheetHeading';
import { compare } from '../../src/core/compare/compare';
import { workbook } from '../support/workbook';

type Visibility = 'visible' | 'hidden' | 'veryHidden';

describe('the heading over a sheet', () => {
  it.each<[Visibility, Visibility, string]>([
    ['visible', 'visible', 'Sheet S'],
    ['hidden', 'hidden', 'Sheet S (hidden)'],
    ['veryHidden', 'visible', 'Sheet S (very hidden in official)'],
    ['hidden', 'veryHidden', 'Sheet S (hidden in official, very hidden in yours)'],
  ])('says where it is hidden: %s, %s', (official, local, expected) => {
    const of = (visibility: Visibility) => workbook({ S: { A1: 1 } }, { sheets: { S: { visibility } } });
    expect(sheetHeading('S', compare(of(official), of(local)).sheets)).toBe(expected);
  });

  it('says so of one that only yours has', () => {
    const local = workbook({ S: { A1: 1 }, T: { A1: 'x' } }, { sheets: { T: { visibility: 'hidden' } } });
    expect(sheetHeading('T', compare(workbook({ S: { A1: 1 } }), local).sheets)).toBe('Sheet T (hidden in yours)');
  });
});
