import { parseStructRef, tokenize } from '@borgar/fx';

interface Token {
  readonly type: string;
  readonly value: string;
}

/**
 * The formula as files store it: without `=`; with `_xlfn.` before functions that came after Excel 2007 and `_xlpm.` before the
 * variables of LET and LAMBDA; `SINGLE()` for `@` and `ANCHORARRAY()` for `#`; `Sales[[#This Row],[Qty]]` for `[@Qty]` in
 * `ownTable`, the table that the formula stands in. Excel shows errors, or repairs the file, where these are missing.
 */
export function storedFormula(formula: string, ownTable: string | null = null): string {
  const text = formula.replace(/^=/, '');
  if (!/[([@#]/.test(text)) return text;
  const tokens = tokenize(text, { mergeRefs: true }).map(({ type, value }): Token => ({ type: String(type), value: String(value) }));
  const variables = variablesOf(tokens);
  const written = tokens.map(({ type, value }) => {
    if (type === 'func') return prefixOf(value.toUpperCase()) + value;
    if (type === 'structured') return storedStructure(value, ownTable);
    return variables.has(value.toLowerCase()) ? `_xlpm.${value}` : value;
  });
  return withOperators(tokens, written).join('');
}

/** A reference into a table with its table and sections said. */
function storedStructure(text: string, ownTable: string | null): string {
  const parsed = parseStructRef(text);
  const table = parsed?.table || ownTable;
  if (!parsed || !table || (parsed.context?.length ?? 0) > 0) return text;
  const columns = (parsed.columns ?? []).map((column) => `[${column.replace(/['[\]#]/g, "'$&")}]`).join(':');
  if (!parsed.sections?.includes('this row')) return parsed.table ? text : table + text;
  return columns === '' ? `${table}[#This Row]` : `${table}[[#This Row],${columns}]`;
}

/** `@x` and `x#` as the functions they stand for. */
function withOperators(tokens: readonly Token[], written: readonly string[]): string[] {
  const out = [...written];
  tokens.forEach(({ type, value }, i) => {
    if (type !== 'operator') return;
    const isAnchor = value === '#' && i > 0;
    const first = isAnchor ? operandStart(tokens, i - 1) : i + 1;
    const last = isAnchor ? i - 1 : value === '@' ? operandEnd(tokens, i + 1) : -1;
    if (last < first || first < 0) return;
    out[first] = (isAnchor ? '_xlfn.ANCHORARRAY(' : '_xlfn.SINGLE(') + out[first]!;
    out[last] += ')';
    out[i] = '';
  });
  return out;
}

/** The last token of the reference, name or call that begins at a token; -1 when none does. */
function operandEnd(tokens: readonly Token[], start: number): number {
  const type = tokens[start]?.type ?? '';
  if (type.startsWith('range') || type === 'structured') return start;
  if (type !== 'func') return -1;
  let depth = 0;
  for (let i = start + 1; i < tokens.length; i++) {
    if (tokens[i]!.value === '(') depth++;
    if (tokens[i]!.value === ')' && --depth === 0) return i;
  }
  return -1;
}

/** The first token of the reference, name or call that ends at a token; -1 when none does. */
function operandStart(tokens: readonly Token[], end: number): number {
  for (let start = end; start >= 0; start--) if (operandEnd(tokens, start) === end) return start;
  return -1;
}

function prefixOf(name: string): string {
  if (NEW_ON_SHEETS.has(name)) return '_xlfn._xlws.';
  return NEW.has(name) ? '_xlfn.' : '';
}

/** Names at the places where LET and LAMBDA declare them: each one followed by a comma, as an argument of its own. */
function variablesOf(tokens: readonly Token[]): ReadonlySet<string> {
  const variables = new Set<string>();
  const open: string[] = [];
  const solid = tokens.filter(({ type }) => type !== 'whitespace' && type !== 'newline');
  solid.forEach(({ type, value }, i) => {
    if (value === '(') open.push(solid[i - 1]?.type === 'func' ? solid[i - 1]!.value.toUpperCase() : '');
    else if (value === ')') open.pop();
    const inside = open[open.length - 1];
    const before = solid[i - 1]?.value;
    const declares = (inside === 'LET' || inside === 'LAMBDA') && (before === '(' || before === ',') && solid[i + 1]?.value === ',';
    if (declares && type.startsWith('range_named')) variables.add(value.toLowerCase());
  });
  return variables;
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const NEW_ON_SHEETS = words('FILTER SORT');

/** Functions added since Excel 2010, as Microsoft lists them for the `_xlfn.` prefix. */
const NEW = words(`
  ACOT ACOTH AGGREGATE ANCHORARRAY ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT
  BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST
  CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP
  ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE
  FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST
  GAMMA.INV GAMMALN.PRECISE GAUSS GROUPBY HSTACK HYPGEOM.DIST IFNA IFS IMAGE IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN
  ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT
  NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTOF
  PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI PIVOTBY POISSON.DIST QUARTILE.EXC QUARTILE.INC QUERYSTRING RANDARRAY RANK.AVG
  RANK.EQ REDUCE REGEXEXTRACT REGEXREPLACE REGEXTEST RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH
  T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW TRANSLATE TRIMRANGE
  UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST
`);
