import { compare } from '../../../src/core/compare/compare';
import { inTerminal } from '../../support/fileTerminal';
import { snapshotOf } from '../../support/snapshotOf';
import { xlsxFile, type XlsxText } from '../../support/xlsxFile';

/** A sheet of formulas with the results that Excel stored, `{ A1: ['RAND()', 0.5] }`, one row. */
function sheet(cells: Readonly<Record<string, readonly [formula: string | null, value: number]>>): string {
  const written = Object.entries(cells).map(
    ([address, [formula, value]]) => `<c r="${address}">${formula === null ? '' : `<f>${formula}</f>`}<v>${value}</v></c>`,
  );
  return `<row r="1">${written.join('')}</row>`;
}

const file = (content: string, extras: Partial<XlsxText> = {}) => xlsxFile({ sheets: { Model: content }, ...extras });

/** Where the two files differ, with role and note. */
async function told(official: Uint8Array, local: Uint8Array): Promise<readonly string[]> {
  const { differences } = compare(await snapshotOf(official), await snapshotOf(local));
  return differences.map(({ role, note, official: ours, local: theirs }) => `${(theirs ?? ours)!.address} ${role}: ${note}`);
}

/** What is said of one formula, whose value alone differs. */
async function reason(formula: string, official: Partial<XlsxText> = {}, local = official): Promise<string> {
  const [line] = await told(file(sheet({ A1: [formula, 1] }), official), file(sheet({ A1: [formula, 2] }), local));
  return line!.replace('A1 unexplained: ', '');
}

const calculation = (attributes: string): Partial<XlsxText> => ({ behindSheets: `<calcPr ${attributes}/>` });

describe('a value that differs although nothing it reads does', () => {
  it.each([
    ['RAND()*10', /^It uses RAND, which gives another number whenever Excel calculates\./],
    ['1+TODAY()', /^It uses TODAY, which depends on when and where Excel calculated\. Recalculate both, save and compare again\.$/],
    ['CELL("filename")', /^It uses CELL, /],
    ['SUM(OFFSET(C9,1,1))', /^It uses OFFSET, which works out which cells to read, .* look at those cells\.$/],
    ['INDIRECT("B"&amp;7)', /^It uses INDIRECT, /],
    ['_xll.BDP("AAPL",7)', /^It uses BDP, which is no function of Excel’s: an add-in or a macro calculates it\..*\(F9\)/],
    ['MyRate(3)+RAND()', /^It uses MYRATE, which is no function/],
    [
      '_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.x,_xlpm.x+1),_xlpm.f(2))',
      /^Nothing it reads differs, so one of the two still holds an old value\./,
    ],
    ['_xlfn.XLOOKUP(1,C9:C11,D9:D11)', /^Nothing it reads differs/],
    ['IF(C9="RAND()",1,2)', /^Nothing it reads differs/],
    ['A1+1', /^It reads itself: a circular reference, .* Break the circle, or recalculate yours/],
  ])('is told why: %s', async (formula, why) => {
    expect(await reason(formula)).toMatch(why);
  });

  it('is told of another workbook that it reads', async () => {
    const links: Partial<XlsxText> = {
      behindSheets: '<externalReferences><externalReference r:id="e1"/></externalReferences>',
      workbookRelationships: { 'externalLink#e1': 'externalLinks/externalLink1.xml' },
      parts: {
        'xl/externalLinks/externalLink1.xml':
          '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><externalBook r:id="b1"><sheetNames><sheetName val="Rates"/></sheetNames></externalBook></externalLink>',
        'xl/externalLinks/_rels/externalLink1.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="b1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="Rates.xlsx" TargetMode="External"/></Relationships>',
      },
    };
    expect(await reason('[1]Rates!$B$2*2', links)).toMatch(/^It reads another workbook, .* Update the links in yours and compare again\.$/);
  });

  it('is told that a workbook calculates only when told to, or was saved half calculated, the own one first', async () => {
    const [manual, unfinished] = [calculation('calcMode="manual"'), calculation('calcId="191029" calcCompleted="0"')];
    expect(await reason('B9*2', {}, manual)).toBe(
      'Yours calculates only when told to, so its values may be old. Recalculate yours (F9) and compare again.',
    );
    expect(await reason('B9*2', manual, {})).toMatch(/^The official model calculates only when told to/);
    expect(await reason('B9*2', manual, manual)).toMatch(/^Yours calculates only when told to/);
    expect(await reason('B9*2', {}, unfinished)).toMatch(/^Yours was saved before Excel had calculated all of it\./);
    expect(await reason('B9*2', calculation('fullCalcOnLoad="1"'), calculation('calcMode="auto"'))).toMatch(
      /^The official model was saved before/,
    );
    expect(await reason('RAND()', {}, manual)).toMatch(/^It uses RAND/);
  });

  it('is named with the circle that it is part of, and what reads the circle follows it', async () => {
    const circle = (value: number) =>
      file(sheet({ A1: ['C1*0.5', value], B1: ['A1', value], C1: ['B1*2', value * 2], D1: ['C1+1', value * 2 + 1] }));
    const [a, b, c, d] = await told(circle(1), circle(3));
    expect(a).toMatch(/^A1 unexplained: It reads itself by way of Model!C1, Model!B1: a circular reference/);
    expect(b).toMatch(/^B1 unexplained: It reads itself by way of Model!A1, Model!C1: /);
    expect(c).toMatch(/^C1 unexplained: It reads itself by way of Model!B1, Model!A1: /);
    expect(d).toBe('D1 consequence: ');
  });

  it('is no matter of a circle into which something leads that was changed', async () => {
    const circle = (rate: number, value: number) =>
      file(sheet({ A1: ['C1*0.5+E1', value], B1: ['A1', value], C1: ['B1*2', value * 2], E1: [null, rate] }));
    expect((await told(circle(1, 1), circle(2, 3))).map((line) => line.replace(/: .*/, ''))).toEqual([
      'A1 consequence',
      'B1 consequence',
      'C1 consequence',
      'E1 cause',
    ]);
  });

  it('is shown in the terminal with its reason', async () => {
    const files: Record<string, Uint8Array> = {
      'o.xlsx': file(sheet({ A1: ['RAND()', 0.25] })),
      'l.xlsx': file(sheet({ A1: ['RAND()', 0.5] })),
    };
    const { status, out } = await inTerminal('compare o.xlsx l.xlsx', files);
    expect(status).toBe(1);
    expect(out).toContain(
      '  A1            value · unexplained: 0.25 → 0.5\n                formula   =RAND()\n                why       It uses RAND, which gives another number whenever Excel calculates.',
    );
  });
});
