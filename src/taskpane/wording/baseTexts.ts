import type { MoverGroup } from '../../app/moverGroups';
import type { Mover } from '../../core/compare/Difference';

/** What the pane says about the version that the open workbook was made from, and who changed what since. */
export function baseTexts(locale: string, number: (count: number) => string) {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const day = (iso: string): string => (Number.isNaN(Date.parse(iso)) ? iso : format.format(Date.parse(iso)));
  const causes = (count: number) => `${number(count)} ${count === 1 ? 'cause' : 'causes'}`;
  return {
    choose: 'Yours was made from another version…',
    chooseHint: 'Pick the official version that your workbook was made from: then every change says whose it is.',
    forget: 'Forget the version yours was made from',
    since: (title: string, at: string | null) => (at === null ? `yours was made from ${title}` : `both agreed on ${title} on ${day(at)}`),
    filters: 'Filter by who changed it',
    groups: { official: 'Official’s changes', local: 'Your changes', conflict: 'Both changed' } satisfies Record<MoverGroup, string>,
    by: {
      official: 'changed in official',
      local: 'changed by you',
      both: 'both changed it',
      unclear: 'unclear who changed it',
    } satisfies Record<Mover, string>,
    before: 'Before',
    take: 'Take what official changed',
    removeHint: 'Ticked is what official took out since. Nothing else is deleted unless you tick it.',
    takeAll: 'Sync everything to official',
    caption: (take: number, stay: number, wait: number) => {
      const first =
        take === 0 ? 'Official changed nothing that yours lacks.' : `${causes(take)}. You see every change before anything is written.`;
      const kept =
        stay === 0 ? '' : ` ${causes(stay)} that you changed ${stay === 1 ? 'stays' : 'stay'} as ${stay === 1 ? 'it is' : 'they are'}.`;
      const waits = wait === 0 ? '' : ` ${causes(wait)} that both changed ${wait === 1 ? 'waits' : 'wait'} for you.`;
      return `${first}${kept}${waits}`;
    },
    decide: (wait: number) => `Decide on ${wait === 1 ? 'it' : 'them'}`,
  };
}
