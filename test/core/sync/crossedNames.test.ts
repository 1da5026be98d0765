import { correspond } from '../../../src/core/settle/correspond';
import { compare } from '../../../src/core/compare/compare';
import { planSync } from '../../../src/core/sync/planSync';
import { runSteps, toPaper, toSnapshot } from '../../support/paper';
import { workbook, type SheetText } from '../../support/workbook';

const MODEL: SheetText = {
  A1: 'Item',
  B1: 'Seats',
  A2: 'Starter',
  B2: 120,
  A3: 'Team',
  B3: 80,
  A4: 'Enterprise',
  B4: 12,
  A5: 'Total',
  B5: ['=SUM(B2:B4)', 212],
};
const STAFF: SheetText = { A1: 'Name', B1: 'Team of', A2: 'Kim', B2: 'Sales', A3: 'Ola', B3: 'Support', A4: 'Ray', B4: 'Legal' };

describe('a sync of sheets whose names went to others', () => {
  it.each<[string, Record<string, SheetText>]>([
    [
      'to a new one',
      {
        'Model FY26': { ...MODEL, B3: 81 },
        Model: { A1: 'Scratch', C3: 'pad' },
        Staff: STAFF,
        Sum: { A1: 'All', B1: ["='Model FY26'!B5*3", 6] },
      },
    ],
    ['to each other', { Model: { ...STAFF, B2: 'Design' }, Staff: { ...MODEL, B3: 81 }, Sum: { A1: 'All', B1: ['=Staff!B5*3', 6] } }],
  ])('%s writes into the sheet that is meant, and formulas follow', (_, sheets) => {
    const official = workbook({ Model: MODEL, Staff: STAFF, Sum: { A1: 'All', B1: ['=Model!B5*2', 424] } });
    const local = toSnapshot(toPaper(workbook(sheets)));
    const found = compare(official, local);
    const plan = planSync(official, local, correspond(official, local), found, { take: 'causes', deleteLocalOnly: [] });
    const synced = toSnapshot(runSteps(toPaper(local), plan.steps).paper);
    expect(compare(official, synced).differences.filter(({ kind, role }) => kind !== 'sheet' && role === 'cause')).toEqual([]);
    expect(plan.refused.filter(({ difference }) => !difference.startsWith('sheet:'))).toEqual([]);
  });
});
