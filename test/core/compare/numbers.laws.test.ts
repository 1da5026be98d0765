import fc from 'fast-check';
import { compare, type CompareOptions } from '../../../src/core/compare/compare';
import type { Difference } from '../../../src/core/compare/Difference';
import { unitOf } from '../../../src/core/compare/unitOf';
import type { CellValue } from '../../../src/core/workbook/CellValue';
import { formatValue } from '../../../src/core/workbook/formatValue';
import { workbook, type CellText } from '../../support/workbook';

const RUNS = { numRuns: Number(process.env.TIEOUT_RUNS ?? 80) };

interface Cell {
  readonly value: CellValue;
  readonly format: string;
  /** Calculated rather than typed. */
  readonly calculated?: boolean;
}

type Systems = readonly [official: 1900 | 1904, local: 1900 | 1904];

/** The differences of one cell in two workbooks; what stands beside it keeps it in its place. */
function differences(official: Cell, local: Cell, options: CompareOptions = {}, systems: Systems = [1900, 1900]): readonly Difference[] {
  const book = ({ value, format, calculated = false }: Cell, dateSystem: 1900 | 1904) => {
    const cell: CellText = calculated ? { value, format, formula: '=B1*2' } : { value, format };
    const own = value === null && !calculated ? {} : { A1: cell };
    return workbook({ S: { ...own, B1: 'Rate', A2: 'Seats', B2: 'Price', C3: 'end' } }, { dateSystem });
  };
  return compare(book(official, systems[0]), book(local, systems[1]), options).differences;
}

const plain = (value: CellValue): Cell => ({ value, format: 'General' });
const told = (found: readonly Difference[]): string[] => found.map(({ kind, note }) => [kind, note].filter(Boolean).join(': '));

/** What is said of the two the other way round. */
function turned(note: string): string {
  const sides = /^(?:shown )?(.+) in official, (.+) in yours$/.exec(note);
  if (sides !== null) return `${note.startsWith('shown ') ? 'shown ' : ''}${sides[2]} in official, ${sides[1]} in yours`;
  const times = /^exactly ([\d,]+) times official$/.exec(note);
  if (times !== null) return `exactly 1/${times[1]} of official`;
  const part = /^exactly 1\/([\d,]+) of official$/.exec(note);
  if (part !== null) return `exactly ${part[1]} times official`;
  const gone = { 'the formula is gone': 'the formula is new', 'the formula is new': 'the formula is gone' } as Record<string, string>;
  return gone[note] ?? note;
}

const number = fc.oneof(
  fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
  fc.double({ min: -1e6, max: -1e-3, noNaN: true }),
  fc.integer({ min: -5000, max: 50_000 }),
  fc.constantFrom(0, 0.04, 4, 133, 133_000, 45_000, 43_538),
);
const value: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 4, arbitrary: number },
  fc.constantFrom<CellValue>(null, '', ' ', '12', '4%', 'North', 'NORTH ', 'TRUE', '#N/A', '#DIV/0!', true, false, 12, 0),
);
const FORMATS = [
  'General',
  '0',
  '0.00',
  '0%',
  '#,##0,',
  '$#,##0',
  '[$€-407]#,##0',
  '[$kr-41D] 0',
  'yyyy-mm-dd',
  'mmm yy',
  'h:mm',
  ';;;',
  '@',
];
const cell: fc.Arbitrary<Cell> = fc.record({ value, format: fc.constantFrom(...FORMATS), calculated: fc.boolean() });
const systems = fc.tuple(fc.constantFrom(1900 as const, 1904 as const), fc.constantFrom(1900 as const, 1904 as const));

describe('values, of any kind', () => {
  it('are told the same the other way round', () => {
    const swap: Record<string, string> = { hardcoded: 'unhardcoded', unhardcoded: 'hardcoded' };
    const line = ({ kind, role, note, official, local }: Difference) => JSON.stringify([kind, role, note, official, local]);
    const near = fc
      .tuple(cell, cell)
      .chain(([one, other]) => fc.constantFrom([one, other] as const, [one, { ...other, value: one.value }] as const));
    fc.assert(
      fc.property(near, systems, ([one, other], [ours, theirs]) => {
        const there = differences(one, other, {}, [ours, theirs]).map(line);
        const back = differences(other, one, {}, [theirs, ours]).map((found) =>
          line({
            ...found,
            kind: (swap[found.kind] ?? found.kind) as Difference['kind'],
            note: turned(found.note),
            official: found.local,
            local: found.official,
          }),
        );
        expect(back).toEqual(there);
      }),
      { numRuns: RUNS.numRuns * 4 },
    );
  });

  it('differ from themselves in nothing, whatever they are', () => {
    fc.assert(
      fc.property(cell, (one) => expect(differences(one, one)).toEqual([])),
      RUNS,
    );
  });

  it.each([false, true])('blank, zero, an empty text and spaces are told apart, each by a note; calculated: %s', (calculated) => {
    const nothings: readonly (readonly [string, CellValue])[] = [
      ['blank', null],
      ['zero', 0],
      ['an empty text', ''],
      ['only spaces', ' '],
    ];
    for (const [one, ours] of nothings) {
      for (const [other, theirs] of nothings) {
        const found = told(differences({ ...plain(ours), calculated }, { ...plain(theirs), calculated }));
        const alike = one === other || (calculated && [ours, theirs].every((each) => each === null || each === ''));
        // Two texts that differ in spaces alone are told as that.
        const note =
          ours !== 0 && theirs !== 0 && ours !== null && theirs !== null ? 'only spaces differ' : `${one} in official, ${other} in yours`;
        expect(found.map((line) => line.replace(/^value: /, ''))).toEqual(alike ? [] : [note]);
      }
    }
  });

  it('errors are the same as themselves and as no other', () => {
    const errors = ['#N/A', '#DIV/0!', '#REF!', '#VALUE!', '#NAME?', '#NUM!', '#NULL!', '#SPILL!', '#CALC!'];
    for (const one of errors) {
      for (const other of errors) {
        for (const calculated of [false, true]) {
          expect(differences({ ...plain(one), calculated }, { ...plain(other), calculated })).toHaveLength(one === other ? 0 : 1);
        }
      }
    }
  });
});

describe('numbers', () => {
  const wide = fc.double({ min: 1e-3, max: 1e12, noNaN: true });

  it('are equal within a relative tolerance and differ past it, whatever their size', () => {
    fc.assert(
      fc.property(
        wide,
        fc.constantFrom(1e-12, 1e-9, 1e-6, 1e-4, 0.01),
        fc.double({ min: 0.01, max: 0.9, noNaN: true }),
        fc.boolean(),
        (one, tolerance, share, calculated) => {
          const within = { ...plain(one * (1 + tolerance * share)), calculated };
          const past = { ...plain(one * (1 + tolerance * (2 + share))), calculated };
          expect(differences({ ...plain(one), calculated }, within, { tolerance })).toEqual([]);
          // What is left of a subtraction is noise, in results only.
          if (!calculated || one * tolerance > 1e-12)
            expect(differences({ ...plain(one), calculated }, past, { tolerance })).toHaveLength(1);
        },
      ),
      RUNS,
    );
  });

  it('keep to the tolerance of their sheet', () => {
    const book = (one: number, other: number) => workbook({ Rates: { A1: 'x', B1: one }, Totals: { A1: 'x', B1: other } });
    fc.assert(
      fc.property(wide, fc.constantFrom(1e-6, 1e-3, 0.1), fc.constantFrom('Rates', 'rates ', 'TOTALS'), (one, tolerance, of) => {
        const near = one * (1 + tolerance / 2);
        const found = compare(book(one, one), book(near, near), { tolerances: [{ of, tolerance }] }).differences;
        expect(found.map(({ official }) => official!.sheet)).toEqual([of === 'TOTALS' ? 'Rates' : 'Totals']);
        expect(compare(book(one, one), book(near, near), { tolerance, tolerances: [{ of, tolerance: 0 }] }).differences).toHaveLength(1);
      }),
      RUNS,
    );
  });

  it('that are shown as one are marked as rounding, and only those', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 5000, noNaN: true }),
        fc.double({ min: -0.2, max: 0.2, noNaN: true }),
        fc.constantFrom('0', '0.0', '#,##0.00', '0.0%'),
        (one, by, format) => {
          fc.pre(Math.abs(by) > 1e-4);
          const texts = [one, one + by].map((each) => formatValue(each, format, { dateSystem: 1900, locale: 'en-US' }));
          const found = differences({ value: one, format }, { value: one + by, format });
          expect(found.map(({ note }) => note === 'rounding only')).toEqual([texts[0] === texts[1]]);
        },
      ),
      RUNS,
    );
  });

  it('that differ by two of the last figure of a format or more are shown as two', () => {
    const formats = [
      '0',
      '0.0',
      '#,##0.00',
      '0.0%',
      '#,##0,',
      '0.0,,"M"',
      '#,##0.0_);(#,##0.00)',
      '[Red]-0.0;0',
      '$#,##0',
      '[$€-407] 0.00',
      '0%%',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...formats),
        fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
        fc.double({ min: 2, max: 50, noNaN: true }),
        fc.constantFrom(1, -1),
        (format, one, steps, sign) => {
          const { step } = unitOf(format);
          const texts = [one, one + steps * step].map((each) => formatValue(sign * each, format, { dateSystem: 1900, locale: 'en-US' }));
          expect(texts[0]).not.toBe(texts[1]);
        },
      ),
      RUNS,
    );
    const told = ['General', '@', '0.00E+00', '# ?/?', 'yyyy-mm-dd', '[h]:mm', '[>100]0;0.00', '00000-0000', '"on";"off"', ';;;'];
    expect(told.map((format) => unitOf(format).step)).toEqual(told.map(() => Infinity));
  });

  it('that a format hides are not taken for rounded ones, nor are other days of one month', () => {
    expect(told(differences({ value: 1, format: ';;;' }, { value: 500, format: ';;;' }))).toEqual(['value']);
    expect(told(differences({ value: 1, format: '"on";"off"' }, { value: 500, format: '"on";"off"' }))).toEqual(['value']);
    expect(told(differences({ value: 1.24, format: '0.0' }, { value: 1.22, format: '0' }))).toEqual(['value: rounding only', 'format']);
    expect(told(differences({ value: 1.24, format: '0.0' }, { value: 1.34, format: '0' }))).toEqual(['value', 'format']);
    expect(told(differences({ value: 45_001, format: 'mmm yy' }, { value: 45_002, format: 'mmm yy' }))).toEqual(['value']);
    expect(told(differences({ value: 45_001.25, format: 'yyyy-mm-dd' }, { value: 45_001.5, format: 'yyyy-mm-dd' }))).toEqual([
      'value: rounding only',
    ]);
  });
});

describe('units', () => {
  const figure = fc.integer({ min: 2, max: 99_999 }).filter((each) => each % 10 !== 0);

  it.each<[string, string, number]>([
    ['0%', '0.0', 100],
    ['#,##0,', '#,##0', 1e-3],
    ['0.0,,"m"', '0.0', 1e-6],
  ])('a figure under %s typed as one under %s is the same figure', (scaled, straight, scale) => {
    fc.assert(
      fc.property(figure, (shown) => {
        const [one, other] = [
          { value: shown / scale, format: scaled },
          { value: shown, format: straight },
        ];
        expect(told(differences(one, other))).toEqual(['unit: the same figure in another unit']);
      }),
      RUNS,
    );
  });

  it.each([1_000, 1_000_000])('a number %d times as large under the same format is a matter of unit', (factor) => {
    fc.assert(
      fc.property(figure, (one) => {
        expect(told(differences(plain(one), plain(one * factor)))).toEqual([
          `unit: exactly ${factor.toLocaleString('en-US')} times official`,
        ]);
      }),
      RUNS,
    );
  });

  it.each<[string, string, string]>([
    ['$#,##0', '[$€-407]#,##0', 'unit: another currency'],
    ['[$USD] 0', '[$CHF] 0', 'unit: another currency'],
    ['[$kr-41D] 0', '£0', 'unit: another currency'],
    ['[$USD] 0', '$0', 'format'],
    ['[$-409]0', '0', 'format'],
    ['$0', '0', 'format'],
    ['0%', '0.00', 'format: shown in percent in official, in units in yours'],
    ['#,##0', '#,##0,', 'format: shown in units in official, in thousands in yours'],
  ])('the same number under %s and under %s: %s', (one, other, expected) => {
    for (const calculated of [false, true]) {
      expect(told(differences({ value: 7, format: one, calculated }, { value: 7, format: other, calculated }))).toEqual([expected]);
    }
  });
});

describe('days', () => {
  it('are the same by value across 1900 and 1904, when either workbook shows them as days; other numbers are not moved', () => {
    const day = fc.integer({ min: 2000, max: 60_000 });
    fc.assert(
      fc.property(
        day,
        fc.constantFrom('yyyy-mm-dd', 'd/m/yy h:mm', 'mmm yy'),
        fc.boolean(),
        fc.boolean(),
        (serial, format, calculated, swap) => {
          const [one, other]: [Cell, Cell] = [
            { value: serial, format, calculated },
            { value: serial - 1462, format, calculated },
          ];
          const [from, to]: [Cell, Cell] = swap ? [other, one] : [one, other];
          const between: Systems = swap ? [1904, 1900] : [1900, 1904];
          expect(differences(from, to, {}, between)).toEqual([]);
          expect(told(differences({ ...from, format: 'General' }, to, {}, between))).toEqual(['format']);
          expect(differences(one, one, {}, between)).toHaveLength(1);
          expect(differences({ ...one, format: '0' }, { ...one, format: '0' }, {}, between)).toEqual([]);
          expect(told(differences({ ...from, format: '0' }, { ...to, format: '0' }, {}, between))).toEqual([
            'value: the same day, counted from 1904 in one of the two',
          ]);
        },
      ),
      RUNS,
    );
  });

  it('tie as headlines too', () => {
    const book = (value: number, format: string, dateSystem: 1900 | 1904) =>
      workbook(
        { Summary: { A1: 'Go live', B1: { value, format, formula: '=B2' }, B2: { value, format } } },
        { dateSystem, names: { Go: 'Summary!$B$1' } },
      );
    const headline = (format: string, local: number) => compare(book(45_000, format, 1900), book(local, format, 1904)).headlines[0];
    expect(headline('yyyy-mm-dd', 45_000 - 1462)).toMatchObject({ ties: true, gap: 0 });
    expect(headline('yyyy-mm-dd', 45_003 - 1462)).toMatchObject({ ties: false, gap: 3 });
    expect(headline('0', 45_000)).toMatchObject({ ties: true, gap: 0 });
  });

  it('have times that no date system moves', () => {
    const noon = { value: 0.5, format: 'h:mm' };
    expect(differences(noon, noon, {}, [1900, 1904])).toEqual([]);
    const shift = { value: 31.25, format: '[h]:mm' };
    expect(differences(shift, shift, {}, [1904, 1900])).toEqual([]);
  });
});

describe('a text that looks like a number', () => {
  it.each<[string, (value: number) => string]>([
    ['as it is', String],
    ['with thousands', (value) => value.toLocaleString('en-US', { maximumFractionDigits: 6 })],
    ['in percent', (value) => `${(value * 100).toFixed(4)}%`],
    ['with spaces around', (value) => ` ${value} `],
    ['as an accountant writes what is owed', (value) => (value < 0 ? `(${-value})` : String(value))],
    ['with a currency', (value) => (value < 0 ? `-$${-value}` : `$${value}`)],
  ])('is told as one: %s', (_, write) => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), (hundredths) => {
        fc.pre(hundredths !== 0);
        const number = hundredths / 100;
        expect(told(differences(plain(write(number)), plain(number)))).toEqual(['value: a text in official, a number in yours']);
        expect(told(differences(plain(number), plain(write(number))))).toEqual(['value: a number in official, a text in yours']);
      }),
      RUNS,
    );
  });

  it.each(['0x10', 'Infinity', '1,00', '12 apples', '--5', '(-5)', '5%%', 'e5', '.'])('%s is none', (text) => {
    for (const number of [16, Infinity, 1, 100, 12, 5, -5, 0.05, 100_000].filter(Number.isFinite)) {
      expect(told(differences(plain(text), plain(number)))).toEqual(['value']);
    }
  });

  it('so are truth values and errors written as texts', () => {
    const text = (text: string) => ({ value: ` ${text}`, format: 'General' });
    expect(told(differences(text('true'), plain(true)))).toEqual(['value: a text in official, a truth value in yours']);
    expect(told(differences(plain('#N/A'), text('#N/A')))).toEqual(['value: an error in official, a text in yours']);
    expect(told(differences(text('true'), plain(false)))).toEqual(['value']);
  });
});
