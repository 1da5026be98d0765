/** A currency with the language it was chosen for, such as `[$€-407]`. */
const CURRENCY_OF_LANGUAGE = /\[\$([^\]-]+)-[^\]]*\]/g;

/** A number format code whose currencies say nothing of decimal points: Excel writes figures as its user does, euros of Germany too. */
export function withOwnSeparators(code: string): string {
  return code.includes('[$') ? code.replace(CURRENCY_OF_LANGUAGE, '[$$$1]') : code;
}
