const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;
const GROUPED = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;

/** The number that a text says as Excel reads it, percent signs, currency signs, thousands and brackets included; null when it says none. */
export function parseNumber(text: string): number | null {
  let rest = text.trim();
  let sign = 1;
  const bracketed = /^\((.*)\)$/.exec(rest);
  if (bracketed !== null) {
    rest = bracketed[1]!.trim();
    sign = -1;
  }
  const percent = rest.endsWith('%');
  if (percent) rest = rest.slice(0, -1).trimEnd();
  rest = rest.replace(/^([-+]?)\s*[$€£¥]\s*/, '$1');
  if (GROUPED.test(rest)) rest = rest.replace(/,/g, '');
  else if (!NUMBER.test(rest)) return null;
  const value = sign * Number(rest) * (percent ? 0.01 : 1);
  return Number.isFinite(value) ? value : null;
}
