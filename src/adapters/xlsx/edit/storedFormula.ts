import { tokenize } from '@borgar/fx';

/**
 * The formula as files store it: without `=`, with `_xlfn.` before functions that came after Excel 2007 and `_xlpm.` before the
 * variables of LET and LAMBDA. Excel shows `#NAME?` where they are missing.
 */
export function storedFormula(formula: string): string {
  const text = formula.replace(/^=/, '');
  if (!/[A-Z]/i.test(text) || !/\(/.test(text)) return text;
  const tokens = tokenize(text, { mergeRefs: false }).map(({ type, value }) => ({ type: String(type), value: String(value) }));
  const variables = variablesOf(tokens);
  const written = tokens.map(({ type, value }) => {
    if (type === 'func') return prefixOf(value.toUpperCase()) + value;
    return variables.has(value.toLowerCase()) ? `_xlpm.${value}` : value;
  });
  return written.join('');
}

function prefixOf(name: string): string {
  if (NEW_ON_SHEETS.has(name)) return '_xlfn._xlws.';
  return NEW.has(name) ? '_xlfn.' : '';
}

/** Names at the places where LET and LAMBDA declare them: each one followed by a comma, as an argument of its own. */
function variablesOf(tokens: readonly { type: string; value: string }[]): ReadonlySet<string> {
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
