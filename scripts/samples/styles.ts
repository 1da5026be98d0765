/** How cells look, as finance people mark them: blue inputs, black formulas, bold totals under a line. */
export type Look =
  'plain' | 'input' | 'title' | 'subtitle' | 'section' | 'header' | 'figureHeader' | 'figure' | 'total' | 'wrapped' | 'check';

/** The number formats of the samples. */
export const FORMAT = {
  general: 'General',
  text: '@',
  number: '#,##0_);(#,##0);"–"_)',
  currency: '"$"#,##0_);("$"#,##0);"–"_)',
  percent: '0.0%',
  multiple: '0.00"x"',
  rate: '0.0000',
  index: '0.000',
  count: '0',
  month: 'mmm yy',
  date: 'd mmm yyyy',
} as const;

const FONTS = [
  '<font><sz val="10"/><color rgb="FF1F1F1F"/><name val="Arial"/><family val="2"/></font>',
  '<font><sz val="10"/><color rgb="FF0B3FC4"/><name val="Arial"/><family val="2"/></font>',
  '<font><b/><sz val="14"/><color rgb="FF12324A"/><name val="Arial"/><family val="2"/></font>',
  '<font><i/><sz val="9"/><color rgb="FF6B6B6B"/><name val="Arial"/><family val="2"/></font>',
  '<font><b/><sz val="10"/><color rgb="FF12324A"/><name val="Arial"/><family val="2"/></font>',
  '<font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Arial"/><family val="2"/></font>',
  '<font><b/><sz val="10"/><color rgb="FF1F1F1F"/><name val="Arial"/><family val="2"/></font>',
  '<font><i/><sz val="10"/><color rgb="FF2E6B3A"/><name val="Arial"/><family val="2"/></font>',
];

const solid = (rgb: string) => `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  solid('FFE4EDF3'),
  solid('FF12324A'),
];

const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  '<border><left/><right/><top style="thin"><color rgb="FF12324A"/></top><bottom/><diagonal/></border>',
];

const PARTS: Record<Look, { font: number; fill?: number; border?: number; alignment?: string }> = {
  plain: { font: 0 },
  input: { font: 1 },
  title: { font: 2 },
  subtitle: { font: 3 },
  section: { font: 4, fill: 2 },
  header: { font: 5, fill: 3, alignment: '<alignment vertical="center" wrapText="1"/>' },
  figureHeader: { font: 5, fill: 3, alignment: '<alignment horizontal="right" vertical="center" wrapText="1"/>' },
  figure: { font: 6 },
  total: { font: 6, border: 1 },
  wrapped: { font: 0, alignment: '<alignment vertical="top" wrapText="1"/>' },
  check: { font: 7 },
};

const BUILT_IN: Record<string, number> = { General: 0, '0': 1, '0.00': 2, '0%': 9, '0.00%': 10, '@': 49 };

/** Collects the looks and formats in use and gives each pair its number; `xml` is then the styles part. */
export class Styles {
  private readonly pairs = new Map<string, number>([['plain|General', 0]]);
  private readonly formats = new Map<string, number>();
  private readonly xfs: string[] = [this.xf('plain', 'General')];

  indexOf(look: Look, format: string): number {
    const key = `${look}|${format}`;
    const known = this.pairs.get(key);
    if (known !== undefined) return known;
    const index = this.xfs.push(this.xf(look, format)) - 1;
    this.pairs.set(key, index);
    return index;
  }

  xml(escape: (text: string) => string): string {
    const formats = [...this.formats].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escape(code)}"/>`);
    return (
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` +
      list('fonts', FONTS) +
      list('fills', FILLS) +
      list('borders', BORDERS) +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      list('cellXfs', this.xfs) +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      '<dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>' +
      '</styleSheet>'
    );
  }

  private xf(look: Look, format: string): string {
    const { font, fill = 0, border = 0, alignment } = PARTS[look];
    const attributes =
      `numFmtId="${this.formatId(format)}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"` +
      ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"';
    return alignment ? `<xf ${attributes} applyAlignment="1">${alignment}</xf>` : `<xf ${attributes}/>`;
  }

  private formatId(format: string): number {
    const builtIn = BUILT_IN[format];
    if (builtIn !== undefined) return builtIn;
    const known = this.formats.get(format);
    if (known !== undefined) return known;
    // Excel keeps the numbers below 164 for its own formats.
    const id = 164 + this.formats.size;
    this.formats.set(format, id);
    return id;
  }
}

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}
