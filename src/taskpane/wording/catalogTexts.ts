import type { CatalogVersion } from '../../core/catalog/Catalog';

const DAY = 86_400_000;

/** What the pane says of catalogs of official models, their versions, and where a workbook stands among them. */
export function catalogTexts(locale: string, plural: (count: number, one: string, many: string) => string) {
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
  const startOfDay = (at: number) => new Date(at).setHours(0, 0, 0, 0);

  /** `today 9:05 AM`, `yesterday 4:20 PM`, `3 days ago`, `12 Mar 2026`. */
  function when(at: number, now: number): string {
    const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY);
    if (days <= 0) return `today ${clock.format(at)}`;
    if (days === 1) return `yesterday ${clock.format(at)}`;
    return days <= 60 ? `${plural(days, 'day', 'days')} ago` : `on ${day.format(at)}`;
  }

  function published({ at, by }: Pick<CatalogVersion, 'at' | 'by'>, now: number): string {
    const days = Math.round((startOfDay(now) - startOfDay(Date.parse(at))) / DAY);
    const ago =
      days <= 0
        ? 'today'
        : days === 1
          ? 'yesterday'
          : days <= 60
            ? `${plural(days, 'day', 'days')} ago`
            : `on ${day.format(Date.parse(at))}`;
    return `published ${ago}${by === '' ? '' : ` by ${by}`}`;
  }

  return {
    asking: 'Asking the catalog',
    reading: 'Reading the catalog…',
    link: 'Your link',
    opening: 'Opening what it leads to…',
    heading: 'From the catalog',
    models: (count: number) => (count === 0 ? 'The catalog lists no model yet.' : plural(count, 'official model', 'official models')),
    owner: (owner: string) => `Owner ${owner}`,
    use: 'Compare',
    useOf: (title: string) => `Compare with ${title}`,
    published,
    when,
    standing: (has: string | null, behind: number) =>
      has === null
        ? 'not known which version yours is based on'
        : behind === 0
          ? 'yours is based on it'
          : `yours is ${plural(behind, 'version', 'versions')} behind`,
    findOrigin: 'find out',
    findOriginHint: 'Find out which version yours was made from',
    originTitle: 'Which version was yours made from?',
    originGuess: (name: string) =>
      `Probably ${name}: the least was changed between it and yours. That is a guess, so choose another if you know better. You then see who changed what since, and a sync leaves what you changed.`,
    originTied: (names: readonly string[]) =>
      `Equally much was changed between yours and ${names.join(', ')}, so it cannot be told. Choose one if you know.`,
    originFit: (version: string, causes: number, cells: number) =>
      `${version}: ${causes === 0 ? 'no difference' : `${plural(causes, 'difference', 'differences')} in ${plural(cells, 'cell', 'cells')}`}`,
    originNot: (version: string, why: string) => `${version} was not compared. ${why}`,
    originOlder: (count: number) => `${plural(count, 'older version was', 'older versions were')} not looked at.`,
    originUse: (version: string) => `Compare since ${version}`,
    originWait: 'Compare since…',
    notCurrent: (current: string) => `not the current version, which is ${current}`,
    awayTitle: 'The catalog cannot be reached',
    awaySaid: (at: number, now: number) => `This is what it said ${when(at, now)}.`,
    awayOpened: (version: string, fetched: number, asked: number, now: number) =>
      `This is ${version} as fetched ${when(fetched, now)}.${asked - fetched > 60_000 ? ` It was the current version when last asked, ${when(asked, now)}.` : ''}`,
    versionAwayTitle: (version: string) => `${version} cannot be fetched now`,
    newTitle: (version: string) => `${version} was published`,
    newText: (compared: string) => `You compare with ${compared}. Nothing changes until you say so.`,
    seeNew: 'See what is new',
    newDialog: (version: string) => `What is new in ${version}`,
    compareNew: (version: string) => `Compare with ${version}`,
    whatIsNew: (has: string | null, count: number, current: string) =>
      has === null ? `What ${current} changed` : `What is new since ${has}: ${plural(count, 'version', 'versions')}`,
    together: 'What all of it changed in the headlines',
    wrong: 'What was wrong:',
    fixes: 'What this fixes:',
    effects: 'In the headlines:',
    despite: 'Published although:',
    effect: (name: string, before: string | null, after: string | null) =>
      before === null
        ? `${name}: ${after ?? 'no number'}`
        : before === after
          ? `${name}: ${before}, as before`
          : `${name}: ${before} → ${after ?? 'no number'}`,
    otherVersion: 'Compare with another version…',
    versionLabel: 'Version',
    current: 'current',
    compare: 'Compare',
    listedAway: (at: number, now: number) => `The catalog cannot be reached. This is what it listed ${when(at, now)}.`,
    bare: (name: string) => (/^v?\d/i.test(name) ? name : `version ${name}`),
  };
}
