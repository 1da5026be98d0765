import type { KeptVersion } from '../../app/ports/RemoteFile';

/** What the pane says of the versions that a store keeps of the official workbook by itself. */
export function keptTexts(locale: string) {
  const when = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' });
  return {
    open: 'Compare with an earlier version…',
    title: 'Compare with an earlier version',
    label: 'Version',
    reading: 'Asking which versions there are…',
    none: 'No earlier versions are kept of it yet.',
    now: 'As it is now',
    version: ({ id, modified, by }: KeptVersion) =>
      [id, ...(modified === null ? [] : [when.format(Date.parse(modified))]), ...(by === null ? [] : [by])].join(' · '),
    compare: 'Compare',
  };
}
