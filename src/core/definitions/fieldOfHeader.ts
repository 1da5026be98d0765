import { DEFINITION_FIELDS, type DefinitionField } from './Definition';

/** What a header says a column holds; `sure` for words that are hardly used of anything else. */
export interface HeaderField {
  readonly field: DefinitionField;
  readonly sure: boolean;
}

const SURE: Readonly<Record<DefinitionField, string>> = {
  metric:
    'metric|metrics|metric name|name of metric|kpi|kpis|kpi name|measure|measures|measure name|indicator|indicator name|key figure|performance indicator|performance measure',
  definition:
    'definition|definitions|meaning|what it means|business definition|metric definition|kpi definition|defined as|how defined|how it is defined',
  formula:
    'formula|formulas|calculation|calculations|how calculated|how it is calculated|how is it calculated|how its calculated|calculated as|calculation method|calculation logic|calculation rule|computation|how computed|how measured',
  reference:
    'reference|references|cell|cells|cell reference|source cell|source cells|cell or name|defined name|range name|named range|excel name',
  unit: 'unit|units|uom|unit of measure|units of measure|unit of measurement|measurement unit',
  owner: 'owner|owners|metric owner|kpi owner|data owner|business owner|steward|stewards|data steward|owned by|responsible|accountable',
};

const PERHAPS: Readonly<Partial<Record<DefinitionField, string>>> = {
  metric: 'term|terms|name|line|line item|business term',
  definition: 'description|descriptions|explanation|what it measures|what it is|in words',
  formula: 'logic|method',
  reference: 'where|where found|location',
};

const FIELDS = new Map<string, HeaderField>();
for (const field of DEFINITION_FIELDS) {
  for (const word of PERHAPS[field]?.split('|') ?? []) FIELDS.set(word, { field, sure: false });
  for (const word of SURE[field].split('|')) FIELDS.set(word, { field, sure: true });
}

/** Longer texts are no headers. */
const LONGEST = 60;
const FIRST_WORD = /^[a-z]+(?=[\s_/|,&-]|$)/i;
const FIRST_WORDS = new Set([...FIELDS.keys()].map((words) => FIRST_WORD.exec(words)![0]));

/** The field that a header names, in common variants such as `KPI name`, `Formula or reference`, `UoM`; null when it names none. */
export function fieldOfHeader(header: string): HeaderField | null {
  if (header.length > LONGEST) return null;
  // Most texts of a workbook are told by how they begin.
  const first = FIRST_WORD.exec(header);
  if (first !== null && !FIRST_WORDS.has(first[0].toLowerCase())) return null;
  const text = plain(header);
  const known = FIELDS.get(text);
  if (known !== undefined) return known;
  const parts = text.split(/\s*(?:\/|\||,|&|\bor\b|\band\b)\s*/).map((part) => FIELDS.get(part));
  if (parts.length < 2 || !parts.every((part) => part !== undefined)) return null;
  const fields = [...new Set(parts.map(({ field }) => field))];
  const sure = parts.some((part) => part.sure);
  if (fields.length === 1) return { field: fields[0]!, sure };
  return fields.every((field) => field === 'formula' || field === 'reference') ? { field: 'formula', sure } : null;
}

function plain(header: string): string {
  return header
    .toLowerCase()
    .replace(/\([^)]*\)|[’'.:*?#]/g, '')
    .replace(/[\s_-]+/g, ' ')
    .trim();
}
