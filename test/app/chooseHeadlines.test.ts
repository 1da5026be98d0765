import { addHeadline, chooseHeadlines } from '../../src/app/chooseHeadlines';
import { compareSnapshots } from '../../src/app/compareWorkbooks';
import { NO_CHOICE, type HeadlineChoice } from '../../src/core/headlines/HeadlineChoice';
import { workbook, type SheetText } from '../support/workbook';

const SUMMARY: SheetText = { A1: 'Figures', B1: 'FY26', A2: 'Net revenue', B2: ['=Inputs!B2*2', 200] };
const INPUTS: SheetText = { A1: 'Line', B1: 'Q1', C1: 'Q2', A2: 'Price', B2: 100, C2: 110, A3: 'Note', B3: 'agreed', A4: 'Seats', B4: 12 };

function compared(official = INPUTS, local = INPUTS) {
  const result = compareSnapshots(workbook({ Summary: SUMMARY, Inputs: official }), workbook({ Summary: SUMMARY, Inputs: local }));
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

function adding(address: string, models = compared(), choice: HeadlineChoice = NO_CHOICE) {
  const [sheet, cell] = address.split('!');
  const added = addHeadline(models, chooseHeadlines(models, choice, {}), { sheet: sheet!, address: cell! });
  return added.ok ? added.value : added.failure.message;
}

describe('adding a headline', () => {
  it('calls it by its row and column', () => {
    expect(adding('Inputs!C2')).toEqual({
      name: 'Price · Q2',
      choice: { added: [{ label: 'Price · Q2', official: 'Inputs!C2', local: 'Inputs!C2' }], removed: [] },
    });
  });

  it('brings back one that was removed under the name it had', () => {
    expect(adding('Summary!B2', compared(), { added: [], removed: ['Net revenue'] })).toEqual({ name: 'Net revenue', choice: NO_CHOICE });
  });

  const { B4: _seats, ...unsold } = INPUTS;
  it.each([
    ['a text', 'Inputs!B3', compared(), 'Inputs!B3 holds a text. Select a cell that holds a number, then add it.'],
    ['a blank cell', 'Inputs!D9', compared(), 'Inputs!D9 is blank. Select a cell that holds a number, then add it.'],
    [
      'an error',
      'Inputs!B4',
      compared(INPUTS, { ...INPUTS, B4: '#REF!' }),
      'Inputs!B4 shows #REF!. Select a cell that holds a number, then add it.',
    ],
    ['one that is there', 'Summary!B2', compared(), 'Summary!B2 is the headline Net revenue already.'],
    [
      'one that is blank in official',
      'Inputs!B4',
      compared(unsold),
      'In official, Inputs!B4 is blank, so there is no number to compare Inputs!B4 with. Select another cell.',
    ],
    [
      'one on a sheet that came later',
      'Later!B4',
      compared(),
      'The sheet Later was not there when the workbooks were compared. Compare again, then add the headline.',
    ],
  ])('refuses %s in a sentence', (_, address, models, sentence) => {
    expect(adding(address, models)).toBe(sentence);
  });

  it('refuses a row that only yours has', () => {
    const local = { ...INPUTS, A5: 'Upsell', B5: 5, C5: 6 };
    const models = compared({ ...INPUTS, A5: 'Closing', B5: 1, C5: 2 }, { ...local, A6: 'Closing', B6: 1, C6: 2 });
    expect(adding('Inputs!B5', models)).toBe(
      'Official has no cell in the place of Inputs!B5, so there is nothing to compare it with. Select another cell.',
    );
  });
});

describe('choosing headlines', () => {
  it('changes nothing but the headlines', () => {
    const models = compared(INPUTS, { ...INPUTS, C2: 111 });
    const { choice } = adding('Inputs!C2', models) as { choice: HeadlineChoice };
    const chosen = chooseHeadlines(models, choice, {}).compared;
    expect(chosen.comparison.headlines.map(({ name, gap }) => [name, gap])).toEqual([
      ['Net revenue', 0],
      ['Price · Q2', 1],
    ]);
    expect({ ...chosen.comparison, headlines: [] }).toEqual({ ...models.comparison, headlines: [] });
  });

  it('tells of one that is lost, and of one that has no gap', () => {
    const models = compared({ ...INPUTS, C2: 'tbd' });
    const added = [
      { label: 'Price · Q2', official: 'Inputs!C2', local: 'Inputs!C2' },
      { label: 'Gone · Q2', official: 'Inputs!C3', local: 'Inputs!C3' },
    ];
    expect(chooseHeadlines(models, { added, removed: [] }, {}).compared.comparison.warnings).toEqual([
      'The headline Gone · Q2 that you chose (Inputs!C3) was not found: no one cell of its sheet is called so. Remove it, or add its cell again.',
      'The headline Price · Q2 (Inputs!C2) holds a text in official, so there is no gap to tell.',
    ]);
  });
});
