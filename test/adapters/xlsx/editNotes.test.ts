import { unzipSync, strFromU8 } from 'fflate';
import { applyToFile } from '../../../src/adapters/xlsx/applyToFile';
import type { NoteStep, SyncStep } from '../../../src/core/sync/SyncPlan';
import type { FileOutcome } from '../../../src/app/ports/FileEditor';
import { parseRange } from '../../../src/core/workbook/Address';
import { snapshotOf } from '../../support/snapshotOf';
import { xlsxFile, type XlsxText } from '../../support/xlsxFile';

const ROWS = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

function note(address: string, before: string | null, after: string | null): NoteStep {
  const { firstRow: row, firstColumn: column } = parseRange(address)!;
  const content = (text: string | null) => (text === null ? null : { author: 'Ann', text });
  return { kind: 'setNote', sheet: 'Plan', cell: { row, column }, before: content(before), after: content(after), differences: [] };
}

function apply(bytes: Uint8Array, ...steps: SyncStep[]): FileOutcome {
  const done = applyToFile(bytes, steps);
  if (!done.ok) throw new Error(done.failure.message);
  return done.value;
}

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));

const notesOf = async (bytes: Uint8Array): Promise<string[]> =>
  (await snapshotOf(bytes)).sheets[0]!.notes.map(({ row, column, author, text, kind }) => `${row}:${column} ${kind} ${author}: ${text}`);

/** A sheet with a note in bold and plain words, a thread, and a button in the same drawing. */
function drawn(extra: Partial<XlsxText> = {}): Uint8Array {
  const shape = (id: number, data: string) => `<v:shape id="_x0000_s${id}"><x:ClientData ${data}</x:ClientData></v:shape>`;
  return xlsxFile({
    sheets: { Plan: `${ROWS}<legacyDrawing r:id="v"/>` },
    sheetRelationships: {
      Plan: {
        'comments#c': '../comments1.xml',
        'vmlDrawing#v': '../drawings/vmlDrawing1.vml',
        'threadedComment#t': '../threadedComments/t1.xml',
      },
    },
    ...extra,
    parts: {
      'xl/comments1.xml':
        `<comments xmlns="${MAIN}"><authors><author>Bo</author></authors><commentList><comment ref="B2" authorId="0" shapeId="0"><text>` +
        '<r><rPr><b/></rPr><t>Bo:</t></r><r><rPr><sz val="9"/></rPr><t xml:space="preserve">\nwhy?</t></r></text></comment>' +
        '<comment ref="C3" authorId="0"><text><t>[Threaded comment] x</t></text></comment></commentList></comments>',
      'xl/drawings/vmlDrawing1.vml':
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
        shape(1025, 'ObjectType="Note"><x:Anchor>1, 2, 3, 4, 5, 6, 7, 8</x:Anchor><x:Row>1</x:Row><x:Column>1</x:Column>') +
        shape(1026, 'ObjectType="Button"><x:Row>1</x:Row>') +
        '</xml>',
      'xl/threadedComments/t1.xml':
        '<ThreadedComments><threadedComment ref="C3" id="{1}"><text>hi</text></threadedComment></ThreadedComments>',
      ...extra.parts,
    },
  });
}

describe('notes in a file', () => {
  it('come into a sheet without any, with the shape that shows them, and leave it as it was', async () => {
    const file = xlsxFile({ sheets: { Plan: `${ROWS}<pageMargins left="1"/><tableParts count="0"/>` } });
    const done = apply(file, note('B2', null, ' Ann:\n<why> _x000D_ & how? '), note('A1', null, 'first'));
    expect(done.skipped).toEqual([]);
    expect(await notesOf(done.bytes)).toEqual(['1:1 note Ann: first', '2:2 note Ann:  Ann:\n<why> _x000D_ & how? ']);
    const parts = partsOf(done.bytes);
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(/<pageMargins left="1"\/><legacyDrawing r:id="rId\d+"\/><tableParts/);
    expect(parts['xl/comments1.xml']).toMatch(
      /<authors><author>Ann<\/author><\/authors><commentList><comment ref="A1".*<comment ref="B2"/s,
    );
    expect(parts['xl/drawings/vmlDrawing1.vml']).toMatch(/id="_x0000_s1025".*<x:Row>1<\/x:Row><x:Column>1<\/x:Column>.*id="_x0000_s1026"/s);
    expect(parts['[Content_Types].xml']).toMatch(/comments1\.xml.*vmlDrawing1\.vml/);
    const back = apply(done.bytes, ...done.inverse);
    const [was, now] = [partsOf(file), partsOf(back.bytes)];
    expect(Object.keys(now).filter((path) => !path.includes('_rels/sheet1'))).toEqual(Object.keys(was));
    expect(now['xl/worksheets/sheet1.xml']).toBe(was['xl/worksheets/sheet1.xml']);
  });

  it('keep the look of their last words, and leave shapes and parts that are not theirs as they are', async () => {
    const file = drawn();
    const done = apply(file, note('B2', 'Bo:\nwhy?', 'Because.'));
    expect(await notesOf(done.bytes)).toEqual(['2:2 note Ann: Because.', '3:3 comment : hi']);
    const [was, now] = [partsOf(file), partsOf(done.bytes)];
    expect(now['xl/comments1.xml']).toContain('<r><rPr><sz val="9"/></rPr><t xml:space="preserve">Because.</t></r>');
    expect(Object.keys(was).filter((path) => was[path] !== now[path])).toEqual(['xl/workbook.xml', 'xl/comments1.xml']);
    const gone = apply(file, note('B2', 'Bo:\nwhy?', null));
    const drawing = partsOf(gone.bytes)['xl/drawings/vmlDrawing1.vml'];
    expect(drawing).toContain('ObjectType="Button"');
    expect(drawing).not.toContain('ObjectType="Note"');
    expect(await notesOf(apply(gone.bytes, ...gone.inverse).bytes)).toEqual(['2:2 note Bo: Bo:\nwhy?', '3:3 comment : hi']);
  });

  it('are left where they say something else by then, a thread stands, or their drawing cannot be read', () => {
    const file = drawn();
    const done = apply(file, note('B2', 'other', 'x'), note('C3', null, 'x'));
    expect(done.bytes).toBe(file);
    expect(done.skipped).toEqual([
      { sheet: 'Plan', address: 'B2', reason: expect.stringMatching(/no longer says/) },
      { sheet: 'Plan', address: 'C3', reason: expect.stringMatching(/threaded comment/) },
    ]);
    const torn = apply(drawn({ parts: { 'xl/drawings/vmlDrawing1.vml': '<xml><br></xml>' } }), note('D4', null, 'x'));
    expect(torn.skipped).toMatchObject([{ address: 'D4', reason: expect.stringMatching(/cannot be read/) }]);
  });
});
