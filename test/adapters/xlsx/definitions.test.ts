import { readDefinitions } from '../../../src/core/definitions/readDefinitions';
import { changes } from '../../support/changes';
import { snapshotOf } from '../../support/snapshotOf';
import { relationships, xlsxFile } from '../../support/xlsxFile';

interface Version {
  readonly nrr: string;
  readonly owner: string;
  readonly lambda: string;
  readonly rate: string;
  readonly products: readonly string[];
  readonly total: string;
  readonly link: string;
  readonly reply: string;
}

const V1: Version = {
  nrr: 'Revenue of last year’s customers, less churn and downgrades',
  owner: 'RevOps',
  lambda: '_xlfn.LAMBDA(_xlpm.a,_xlpm.b,_xlpm.a*_xlpm.b)',
  rate: '<definedName name="Rate">Model!$B$2</definedName>',
  products: ['Seat', 'Desk', 'Room'],
  total: 'Sales[[#This Row],[Qty]]*2',
  link: 'file:///C:/Models/Rates.xlsx',
  reply: 'Board decision',
};

const text = (address: string, value: string) => `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (number: number, cells: readonly string[]) => `<row r="${number}">${cells.join('')}</row>`;

/** The file as Excel would store it, down to prefixes, numbered links and the rule for another sheet in the extension list. */
function file(version: Version): Uint8Array {
  const { nrr, owner, lambda, rate, products, total, link, reply } = version;
  const metrics = [
    row(
      1,
      ['Metric', 'Definition', 'Cell or name', 'Unit', 'Owner'].map((title, k) => text(`${'ABCDE'[k]}1`, title)),
    ),
    row(2, [text('A2', 'Net revenue retention'), text('B2', nrr), text('C2', 'Model!B3'), text('D2', '%'), text('E2', owner)]),
    row(3, [text('A3', 'Rate'), text('B3', 'What a seat costs'), text('C3', 'Rate'), text('D3', '$'), text('E3', 'Pricing')]),
  ];
  const rows = [2, 3, 4].map((number) =>
    row(number, [
      `<c r="D${number}"><v>${number}</v></c>`,
      `<c r="E${number}"><f>${total}</f><v>${number * 2}</v></c>`,
      `<c r="F${number}"><f>[1]Sheet1!A${number}</f><v>1</v></c>`,
    ]),
  );
  const first = row(1, [text('A1', 'Model'), text('D1', 'Qty'), text('E1', 'Total'), text('F1', 'Rates')]);
  const inputs = [
    rows[0]!.replace('<row r="2">', `<row r="2">${text('A2', 'Rate')}<c r="B2"><v>5</v></c>`),
    rows[1]!.replace('<row r="3">', `<row r="3">${text('A3', 'NRR')}<c r="B3"><v>1.02</v></c>`),
    rows[2]!,
  ];
  const rule = `<extLst><ext xmlns:x14="m"><x14:dataValidations><x14:dataValidation type="list" allowBlank="1">
    <x14:formula1><xm:f>Lists!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>D6:D9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`;
  return xlsxFile({
    sheets: {
      Model: `<sheetData>${first}${inputs.join('')}${row(9, [text('D9', 'Seat')])}</sheetData><tableParts><tablePart r:id="t1"/></tableParts>${rule}`,
      Lists: products.map((product, k) => row(k + 1, [text(`A${k + 1}`, product)])).join(''),
      Metrics: metrics.join(''),
    },
    behindSheets: `<externalReferences><externalReference r:id="x1"/></externalReferences><definedNames>
      ${rate}<definedName name="Twice">${lambda}</definedName>
      <definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Model!$D$1:$E$${products.length}</definedName></definedNames>`,
    workbookRelationships: { 'externalLink#x1': 'externalLinks/externalLink1.xml', person: 'persons/person.xml' },
    sheetRelationships: { Model: { 'table#t1': '../tables/table1.xml', threadedComment: '../threadedComments/t.xml' } },
    parts: {
      'xl/tables/table1.xml': `<table displayName="Sales" ref="D1:E4"><tableColumns><tableColumn name="Qty"/>
        <tableColumn name="Total"><calculatedColumnFormula>${total}</calculatedColumnFormula></tableColumn></tableColumns></table>`,
      'xl/externalLinks/externalLink1.xml': '<externalLink><externalBook r:id="rId1"/></externalLink>'.replace(
        'r:id',
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id',
      ),
      'xl/externalLinks/_rels/externalLink1.xml.rels': relationships({ 'externalLinkPath#rId1': link }),
      'xl/persons/person.xml': '<personList><person id="{p}" displayName="Ann"/></personList>',
      'xl/threadedComments/t.xml': `<ThreadedComments><threadedComment ref="B2" personId="{p}" id="{1}"><text>Why?</text></threadedComment>
        <threadedComment ref="B2" personId="{p}" id="{2}" parentId="{1}"><text>${reply}</text></threadedComment></ThreadedComments>`,
    },
  });
}

async function between(changed: Partial<Version>): Promise<string[]> {
  return changes(await snapshotOf(file(V1)), await snapshotOf(file({ ...V1, ...changed })));
}

describe('definitions read from files', () => {
  it('are read', async () => {
    const definitions = readDefinitions(await snapshotOf(file(V1)));
    expect(definitions.map(({ metric, texts }) => `${metric}: ${texts.reference}`)).toEqual([
      'Net revenue retention: Model!B3',
      'Rate: Rate',
    ]);
  });

  it.each<[string, Partial<Version>, string[]]>([
    ['nothing', {}, []],
    [
      'a metric in other words',
      { nrr: 'Revenue of last year’s customers, less churn', owner: 'Finance' },
      [
        `definition Metrics!B2: ${V1.nrr}→Revenue of last year’s customers, less churn (yours leaves out “and downgrades”)`,
        'definition Metrics!E2: RevOps→Finance (owner “RevOps” in official, “Finance” in yours)',
      ],
    ],
    ['what a function calls its own', { lambda: '_xlfn.LAMBDA(_xlpm.price,_xlpm.seats,_xlpm.price*_xlpm.seats)' }, []],
    [
      'what a function does',
      { lambda: '_xlfn.LAMBDA(_xlpm.a,_xlpm.b,_xlpm.a+_xlpm.b)' },
      ['name Twice: =LAMBDA(a,b,a*b)→=LAMBDA(a,b,a+b)'],
    ],
    [
      'a name of a sheet',
      { rate: '<definedName name="Rate" localSheetId="0">Model!$B$2</definedName>' },
      ['name Rate: =Model!$B$2→=Model!$B$2 (belongs to the whole workbook in official, to the sheet Model in yours)'],
    ],
    [
      'a name that lost its cell',
      { rate: '<definedName name="Rate">#REF!</definedName>' },
      ['name Rate: =Model!$B$2→=#REF! (its cells were deleted in yours)'],
    ],
    [
      'a member of a list',
      { products: ['Seat', 'Desk', 'Hall'] },
      [
        'validation Model!D6:D9: list: Lists!$A$1:$A$3 (Seat, Desk, Room)→list: Lists!$A$1:$A$3 (Seat, Desk, Hall) follows ×4',
        'Lists!A3: Room→Hall',
      ],
    ],
    [
      'a calculated column',
      { total: 'Sales[[#This Row],[Qty]]*3' },
      ['formula Model!E2:E4: =[@Qty]*2→=[@Qty]*3 ×3 (the calculated column Total of the table Sales)'],
    ],
    ['a link', { link: 'file:///C:/Models/Other.xlsx' }, ['external file:///C:/Models/Rates.xlsx (file:///C:/Models/Other.xlsx): ∅→∅']],
    ['a reply', { reply: 'CFO decision' }, ['note Model!B2: Why?\nBoard decision→Why?\nCFO decision']],
  ])('differ in %s', async (_, changed, lines) => expect(await between(changed)).toEqual(lines));
});
