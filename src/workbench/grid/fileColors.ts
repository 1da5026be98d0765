import { attribute, childOf, childrenOf, walkXml, type XmlElement } from '../../adapters/xlsx/edit/editXml';

/** Where the theme's colours stand by the numbers that files use: light and dark come in pairs, the other way round. */
const ORDER = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'];

/** A function which gives the `#rrggbb` of a colour element (`color`, `fgColor`, `tabColor`); null when it says none that is known. */
export function fileColors(theme: XmlElement | null): (element: XmlElement | undefined) => string | null {
  const themed = theme ? themeColors(theme) : [];
  return (element) => {
    if (!element) return null;
    const rgb = attribute(element, 'rgb') ?? themed[Number(attribute(element, 'theme') ?? -1)];
    if (rgb === undefined) return null;
    const channels =
      rgb
        .slice(-6)
        .match(/../g)
        ?.map((pair) => parseInt(pair, 16)) ?? [];
    if (channels.length !== 3 || channels.some(Number.isNaN)) return null;
    const tint = Number(attribute(element, 'tint') ?? 0);
    const shaded = channels.map((channel) => Math.round(tint < 0 ? channel * (1 + tint) : channel + (255 - channel) * tint));
    return `#${shaded.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
  };
}

function themeColors(theme: XmlElement): readonly (string | undefined)[] {
  const byName = new Map<string, string>();
  walkXml(theme, (element) => {
    if (element.name !== 'clrScheme') return true;
    for (const color of childrenOf(element)) {
      const system = childOf(color, 'sysClr');
      const plain = childOf(color, 'srgbClr');
      const value = (plain && attribute(plain, 'val')) ?? (system && attribute(system, 'lastClr'));
      if (value !== undefined) byName.set(color.name, value);
    }
    return false;
  });
  return ORDER.map((name) => byName.get(name));
}
