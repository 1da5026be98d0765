import fc from 'fast-check';
import { parseStructRef } from '@borgar/fx/xlsx';
import { renameTableColumn } from '../../../src/core/formula/renameTableColumn';

const rename = (formula: string, from = 'Amount', to = 'Net', own = false) => renameTableColumn(formula, { table: 'Deals', from, to, own });

describe('a renamed column of a table', () => {
  it.each([
    ['=SUM(Deals[Amount])', '=SUM(Deals[Net])'],
    ['SUM(deals[AMOUNT])*2', 'SUM(deals[Net])*2'],
    ['=Deals[[#This Row],[Amount]]*2', '=Deals[[#This Row],[Net]]*2'],
    ['=SUM(Deals[[Deal]:[Amount]])', '=SUM(Deals[[Deal]:[Net]])'],
    ['=SUM(Deals[[Amount]:[Deal]])', '=SUM(Deals[[Net]:[Deal]])'],
    ['=Deals[[#Headers],[Amount]]&"Deals[Amount]"', '=Deals[[#Headers],[Net]]&"Deals[Amount]"'],
    ['=Deals[@Amount]', '=Deals[@Net]'],
    ['=Other[Amount]+Deals[Deal]', '=Other[Amount]+Deals[Deal]'],
    ['=[1]!Deals[Amount]', '=[1]!Deals[Amount]'],
    ['=[@Amount]', '=[@Amount]'],
    ['=Amount+Deals', '=Amount+Deals'],
    ["='[Amount]'!A1", "='[Amount]'!A1"],
  ])('%s becomes %s', (before, after) => expect(rename(before)).toBe(after));

  it('is found without its table inside it', () => {
    expect(rename('=[@Amount]*[@Deal]', 'Amount', 'Net', true)).toBe('=[@Net]*[@Deal]');
    expect(rename('=[@Amount]', 'Amount', 'Net amount', true)).toBe('=[@[Net amount]]');
  });

  it('comes back as it was written', () => {
    for (const formula of ['=SUM(Deals[Amount])', '=Deals[@Amount]', '=Deals[[#This Row],[Amount]]*2'])
      expect(rename(rename(formula, 'Amount', 'Net amount'), 'Net amount', 'Amount')).toBe(formula);
  });

  it('gets brackets and apostrophes where its name needs them', () => {
    expect(rename('=SUM(Deals[Amount])', 'Amount', 'Net, total')).toBe('=SUM(Deals[Net, total])');
    expect(rename('=Deals[[#All],[Amount]]', 'Amount', 'Net (#)')).toBe("=Deals[[#All],[Net ('#)]]");
    expect(rename("=SUM(Deals[[It''s '[x']]])", "It's [x]", 'Net')).toBe('=SUM(Deals[[Net]])');
  });

  it('is read as the new one, whatever it is called, and comes back', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9 ,.:%()#'[\]@&+-]{1,12}$/).filter((text) => text.trim() === text && text !== '');
    const escaped = (text: string) => text.replace(/['[\]#@]/g, "'$&");
    fc.assert(
      fc.property(name, name, (from, to) => {
        fc.pre(parseStructRef(`Deals[[#All],[${escaped(from)}]]`)?.columns?.[0] === from);
        fc.pre(parseStructRef(`Deals[[#All],[${escaped(to)}]]`)?.columns?.[0] === to);
        for (const formula of [`=Deals[[#All],[${escaped(from)}]]`, `=SUM(Deals[[${escaped(from)}]])`]) {
          const there = rename(formula, from, to);
          const back = rename(there, to, from);
          expect(there.includes(escaped(to))).toBe(true);
          expect(back).toBe(formula);
        }
      }),
    );
  });
});
