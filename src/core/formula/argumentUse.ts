/**
 * What a function does with an argument: `value` takes one value, so of a range the cell in the formula's own row or column;
 * `range` takes a range as a whole; `array` calculates everything in it as arrays; `branch` hands it on, as IF does.
 */
export type ArgumentUse = 'value' | 'range' | 'array' | 'branch';

const LETTERS: Readonly<Record<string, ArgumentUse>> = { V: 'value', R: 'range', A: 'array', B: 'branch' };

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Functions of which every argument is one value. */
const VALUES = words(`
  ABS ACCRINT ACCRINTM ACOS ACOSH ACOT ACOTH ADDRESS ARABIC ASIN ASINH ATAN ATAN2 ATANH BASE BETA.DIST BETA.INV BETADIST BETAINV BIN2DEC
  BIN2HEX BIN2OCT BINOM.DIST BINOM.DIST.RANGE BINOM.INV BINOMDIST BITAND BITLSHIFT BITOR BITRSHIFT BITXOR CEILING CEILING.MATH
  CEILING.PRECISE CHAR CHIDIST CHIINV CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CLEAN CODE COMBIN COMBINA CONCATENATE CONFIDENCE
  CONFIDENCE.NORM CONFIDENCE.T CONVERT COS COSH COT COTH CRITBINOM CSC CSCH DATE DATEDIF DATEVALUE DAY DAYS DAYS360 DB DDB DEC2BIN DEC2HEX
  DEC2OCT DECIMAL DEGREES DELTA DISC DOLLAR DOLLARDE DOLLARFR EDATE EFFECT EOMONTH ERF ERFC EVEN EXACT EXP EXPON.DIST EXPONDIST F.DIST
  F.DIST.RT F.INV F.INV.RT FACT FACTDOUBLE FALSE FDIST FIND FINDB FINV FISHER FISHERINV FIXED FLOOR FLOOR.MATH FLOOR.PRECISE FV GAMMA
  GAMMA.DIST GAMMA.INV GAMMADIST GAMMAINV GAMMALN GAMMALN.PRECISE GAUSS GESTEP HEX2BIN HEX2DEC HEX2OCT HOUR HYPGEOM.DIST HYPGEOMDIST
  IFERROR IFNA INT INTRATE IPMT ISBLANK ISERR ISERROR ISEVEN ISLOGICAL ISNA ISNONTEXT ISNUMBER ISO.CEILING ISODD ISOWEEKNUM ISPMT ISTEXT
  LEFT LEFTB LEN LENB LN LOG LOG10 LOGINV LOGNORM.DIST LOGNORM.INV LOGNORMDIST LOWER MID MIDB MINUTE MOD MONTH MROUND NA NEGBINOM.DIST
  NEGBINOMDIST NOMINAL NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NORMDIST NORMINV NORMSDIST NORMSINV NOT NOW NPER NUMBERVALUE OCT2BIN
  OCT2DEC OCT2HEX ODD PDURATION PERMUT PERMUTATIONA PHI PI PMT POISSON POISSON.DIST POWER PPMT PROPER PV QUOTIENT RADIANS RAND RANDBETWEEN
  RATE REPLACE REPLACEB REPT RIGHT RIGHTB ROMAN ROUND ROUNDDOWN ROUNDUP RRI SEARCH SEARCHB SEC SECH SECOND SIGN SIN SINH SLN SQRT SQRTPI
  STANDARDIZE SUBSTITUTE SYD T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T TAN TANH TBILLEQ TBILLPRICE TBILLYIELD TDIST TEXT TIME TIMEVALUE
  TINV TODAY TRIM TRUE TRUNC UNICHAR UNICODE UPPER VALUE VDB WEEKDAY WEEKNUM WEIBULL WEIBULL.DIST YEAR YEARFRAC YIELD YIELDDISC
`);

/** Functions of which every argument is taken as it is. */
const RANGES = words(`
  AND AREAS AVEDEV AVERAGE AVERAGEA COLUMN COLUMNS CONCAT COUNT COUNTA COUNTBLANK DEVSQ FORMULATEXT GCD GEOMEAN HARMEAN IRR ISFORMULA
  ISREF KURT LCM MAX MAXA MEDIAN MIN MINA MULTINOMIAL N OR PRODUCT ROW ROWS SERIESSUM SHEET SHEETS SKEW SKEW.P STDEV STDEV.P STDEV.S
  STDEVA STDEVP STDEVPA SUM SUMSQ T VAR VAR.P VAR.S VARA VARP VARPA XOR
`);

/** One letter an argument; those in brackets come again and again. */
const MIXED: Readonly<Record<string, string>> = {
  AGGREGATE: 'VV[A]',
  AVERAGEIF: 'RVR',
  AVERAGEIFS: 'R[RV]',
  CELL: 'VR',
  CHOOSE: 'V[B]',
  COUNTIF: 'RV',
  COUNTIFS: '[RV]',
  FORECAST: 'VAA',
  'FORECAST.LINEAR': 'VAA',
  FVSCHEDULE: 'VR',
  HLOOKUP: 'VRVV',
  IF: 'VBB',
  IFS: '[VB]',
  INDEX: 'AVVV',
  INDIRECT: 'VV',
  LARGE: 'AV',
  MATCH: 'VRV',
  MAXIFS: 'R[RV]',
  MINIFS: 'R[RV]',
  MIRR: 'RVV',
  NETWORKDAYS: 'VVR',
  'NETWORKDAYS.INTL': 'VVVR',
  NPV: 'V[R]',
  OFFSET: 'RVVVV',
  PERCENTILE: 'AV',
  'PERCENTILE.EXC': 'AV',
  'PERCENTILE.INC': 'AV',
  PERCENTRANK: 'AVV',
  'PERCENTRANK.EXC': 'AVV',
  'PERCENTRANK.INC': 'AVV',
  PROB: 'AAVV',
  QUARTILE: 'AV',
  'QUARTILE.EXC': 'AV',
  'QUARTILE.INC': 'AV',
  RANK: 'VRV',
  'RANK.AVG': 'VRV',
  'RANK.EQ': 'VRV',
  SMALL: 'AV',
  SUBTOTAL: 'V[R]',
  SUMIF: 'RVR',
  SUMIFS: 'R[RV]',
  'T.TEST': 'AAVV',
  TEXTJOIN: 'RV[R]',
  TRIMMEAN: 'AV',
  TTEST: 'AAVV',
  VLOOKUP: 'VRVV',
  WORKDAY: 'VVR',
  'WORKDAY.INTL': 'VVVR',
  XIRR: 'RRV',
  XLOOKUP: 'VAAVVV',
  XMATCH: 'VAVV',
  XNPV: 'VRR',
  'Z.TEST': 'AVV',
  ZTEST: 'AVV',
};

const USES = new Map<string, { readonly first: string; readonly again: string }>([
  ...VALUES.map((name) => [name, { first: '', again: 'V' }] as const),
  ...RANGES.map((name) => [name, { first: '', again: 'R' }] as const),
  ...Object.entries(MIXED).map(([name, letters]) => {
    const [first = '', again = ''] = letters.split(/[[\]]/);
    return [name, { first, again: again === '' ? first.slice(-1) : again }] as const;
  }),
]);

/** What a function does with its argument number `index`, from 0; of functions not known here nothing is assumed: `array`. */
export function argumentUse(name: string, index: number): ArgumentUse {
  const uses = USES.get(name.toUpperCase());
  if (!uses) return 'array';
  const { first, again } = uses;
  return LETTERS[first[index] ?? again[(index - first.length) % again.length]!]!;
}

/** Whether argumentUse knows the function. */
export function isKnownFunction(name: string): boolean {
  return USES.has(name.toUpperCase());
}
