import { BooleanNumber, BorderStyleTypes, HorizontalAlign, WrapStrategy, type IBorderData, type IStyleData } from '@univerjs/core';
import { attribute, childOf, childrenOf, type XmlElement } from '../../adapters/xlsx/edit/editXml';

type Colors = (element: XmlElement | undefined) => string | null;

const ALIGN: Readonly<Record<string, HorizontalAlign>> = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  centerContinuous: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
};
const LINES: Readonly<Record<string, BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  hair: BorderStyleTypes.HAIR,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
  double: BorderStyleTypes.DOUBLE,
};
const SIDES = { top: 't', bottom: 'b', left: 'l', right: 'r' } as const;
/** Excel's own font size; smaller in the grid, whose rows are lower. */
const USUAL_SIZE = 11;

/** Fonts, fills, borders and alignment of each cell style of a file, undefined for one that has nothing of them. */
export function fileStyles(styleSheet: XmlElement, colors: Colors): (IStyleData | undefined)[] {
  const list = (section: string, item: string): XmlElement[] => {
    const found = childOf(styleSheet, section);
    return found ? childrenOf(found, item) : [];
  };
  const fonts = list('fonts', 'font').map((font) => fontStyle(font, colors));
  const fills = list('fills', 'fill').map((fill) => fillStyle(fill, colors));
  const borders = list('borders', 'border').map((border) => borderStyle(border, colors));
  return list('cellXfs', 'xf').map((style) => {
    const made = {
      ...fonts[Number(attribute(style, 'fontId') ?? 0)],
      ...fills[Number(attribute(style, 'fillId') ?? 0)],
      ...borders[Number(attribute(style, 'borderId') ?? 0)],
      ...alignment(childOf(style, 'alignment')),
    };
    return Object.keys(made).length > 0 ? made : undefined;
  });
}

function fontStyle(font: XmlElement, colors: Colors): IStyleData {
  const on = (name: string): boolean => {
    const found = childOf(font, name);
    return !!found && !['0', 'false', 'none'].includes(attribute(found, 'val') ?? '1');
  };
  const size = childOf(font, 'sz');
  const points = Number((size && attribute(size, 'val')) ?? USUAL_SIZE);
  const color = colors(childOf(font, 'color'));
  return {
    ...(on('b') && { bl: BooleanNumber.TRUE }),
    ...(on('i') && { it: BooleanNumber.TRUE }),
    ...(on('u') && { ul: { s: BooleanNumber.TRUE } }),
    ...(on('strike') && { st: { s: BooleanNumber.TRUE } }),
    ...(points !== USUAL_SIZE && { fs: points }),
    ...(color && color !== '#000000' && { cl: { rgb: color } }),
  };
}

function fillStyle(fill: XmlElement, colors: Colors): IStyleData {
  const pattern = childOf(fill, 'patternFill');
  const color = pattern && attribute(pattern, 'patternType') === 'solid' ? colors(childOf(pattern, 'fgColor')) : null;
  return color ? { bg: { rgb: color } } : {};
}

function borderStyle(border: XmlElement, colors: Colors): IStyleData {
  const bd: IBorderData = {};
  for (const [side, key] of Object.entries(SIDES)) {
    const line = childOf(border, side);
    const kind = LINES[(line && attribute(line, 'style')) ?? ''];
    if (line && kind !== undefined) bd[key] = { s: kind, cl: { rgb: colors(childOf(line, 'color')) ?? '#000000' } };
  }
  return Object.keys(bd).length > 0 ? { bd } : {};
}

function alignment(element: XmlElement | undefined): IStyleData {
  if (!element) return {};
  const horizontal = ALIGN[attribute(element, 'horizontal') ?? ''];
  const indent = Number(attribute(element, 'indent') ?? 0);
  return {
    ...(horizontal !== undefined && { ht: horizontal }),
    ...(['1', 'true'].includes(attribute(element, 'wrapText') ?? '') && { tb: WrapStrategy.WRAP }),
    ...(indent > 0 && { pd: { l: 2 + indent * 9, t: 0, r: 2, b: 2 } }),
  };
}
