/**
 * How many milliseconds a server asks to wait (`Retry-After`, in seconds or as a date); null when it does not say. A date is measured by the
 * server's own clock where it tells it, since ours may be wrong.
 */
export function retryAfter(headers: Headers, now: number): number | null {
  const asked = headers.get('retry-after')?.trim();
  if (!asked) return null;
  if (/^\d+$/.test(asked)) return Number(asked) * 1000;
  const [until, theirs] = [Date.parse(asked), Date.parse(headers.get('date') ?? '')];
  return Number.isNaN(until) ? null : Math.max(0, until - (Number.isNaN(theirs) ? now : theirs));
}
