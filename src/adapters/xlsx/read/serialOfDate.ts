const DAY = 86_400_000;

/** The serial number of an ISO 8601 date, time or both, as strict workbooks store dates; NaN when the text is none. */
export function serialOfDate(iso: string, dateSystem: 1900 | 1904): number {
  const text = iso.trim();
  const time = /^T?(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)Z?$/.exec(text);
  if (time !== null) return Date.parse(`1970-01-01T${time[1]}Z`) / DAY;
  if (!/^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:\d{2})?$/.test(text)) return NaN;
  const moment = Date.parse(/Z|[+-]\d{2}:\d{2}$/.test(text) ? text : `${text}${text.length > 10 ? 'Z' : ''}`);
  if (dateSystem === 1904) return (moment - Date.UTC(1904, 0, 1)) / DAY;
  const serial = (moment - Date.UTC(1899, 11, 30)) / DAY;
  // Excel counts a 29 February 1900 that never was.
  return serial < 61 ? serial - 1 : serial;
}
